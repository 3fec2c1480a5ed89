"""Matching one receipt: each rung, and each reason why nothing is applied."""

from datetime import date

import pytest
from attrs import evolve as changed
from hypothesis import given
from hypothesis import strategies as st

from otcore.invoicing.reference import creditor_reference
from otcore.payments.allocation import Allocation
from otcore.payments.receipt import Receipt, ReceiptApplied, evolve
from otcore.receivables.item import Receivable
from otcore.reconciliation.evidence import skeleton
from otcore.reconciliation.matching import Match, evidence, match, reference_of
from otcore.values.money import Money
from tests.payments.bank_rows import eur, receipt

DAY = date(2026, 3, 1)


def item(id: str = "INV-1", open_: str = "100.00", customer: str = "C1", currency: str = "EUR") -> Receivable:
    amount = Money(open_, currency)
    return Receivable(id, customer, skeleton(id), DAY, DAY, amount, amount)


def structured(id: str, amount: str = "100.00", **more) -> Receipt:
    return receipt(amount, structured_reference=creditor_reference(id), **more)


def said(text: str, amount: str = "100.00", **more) -> Receipt:
    return receipt(amount, text=(text,), **more)


def pays(*parts: tuple[str, str]) -> tuple[Allocation, ...]:
    return tuple(Allocation(id, eur(amount)) for id, amount in parts)


def left(customer: str, reason: str, *rivals: str) -> Match:
    return Match(customer, reason=reason, rivals=rivals)


# by structured reference


def test_a_structured_reference_pays_its_item():
    assert match(structured("INV-1"), [item()], "") == Match("C1", pays(("INV-1", "100.00")), "STRUCTURED_REFERENCE")


def test_too_little_pays_a_part():
    answer = match(structured("INV-1", "99.99"), [item()], "")
    assert (answer.allocations, answer.reason) == (pays(("INV-1", "99.99")), "SHORT_PAYMENT")


def test_too_much_pays_what_is_open():
    answer = match(structured("INV-1", "100.01"), [item()], "")
    assert (answer.allocations, answer.reason) == (pays(("INV-1", "100.00")), "OVERPAYMENT")


def test_somebody_else_may_pay_by_structured_reference_and_stays_the_payer():
    answer = match(structured("INV-1"), [item(customer="C1")], "C2")
    assert (answer.customer, answer.allocations) == ("C2", pays(("INV-1", "100.00")))


def test_an_item_that_is_paid_is_not_paid_again():
    assert match(structured("INV-1"), [item(open_="0.00")], "") == left("C1", "ALREADY_PAID", "INV-1")
    assert match(structured("INV-1"), [item(open_="0.00")], "C2") == left("C2", "ALREADY_PAID", "INV-1")


def test_the_rest_of_an_overpayment_stays_an_overpayment():
    overpaid = evolve(
        structured("INV-1", "120.00"),
        ReceiptApplied("C1", pays(("INV-1", "100.00")), "STRUCTURED_REFERENCE", "OVERPAYMENT"),
    )
    assert match(overpaid, [item(open_="0.00")], "C1") == left("C1", "OVERPAYMENT")


def test_two_items_of_one_reference_are_ambiguous():
    twins = [item("INV-1"), item("INV.1")]
    assert match(structured("INV-1"), twins, "C1") == left("C1", "AMBIGUOUS", "INV-1", "INV.1")


def test_a_reference_in_another_currency_is_left():
    dollars = item(currency="USD")
    assert match(structured("INV-1"), [dollars], "") == left("C1", "CURRENCY_DIFFERS", "INV-1")


def test_a_reference_that_names_nothing_known_is_left():
    assert match(structured("INV-1"), [], "C1") == left("C1", "UNKNOWN_REFERENCE")


def test_a_structured_reference_goes_before_the_text():
    both = receipt("100.00", structured_reference=creditor_reference("INV-1"), text=("INV-2",))
    assert match(both, [item("INV-1"), item("INV-2")], "").allocations == pays(("INV-1", "100.00"))


def test_a_structured_reference_that_names_nothing_lets_the_text_speak():
    both = receipt("100.00", structured_reference=creditor_reference("INV-9"), text=("INV-2",))
    assert match(both, [item("INV-2")], "").rule == "NUMBERS_EXACT_SUM"


@pytest.mark.parametrize("printed", ["INV-1", "inv 1", "RF18 5390 0754 7034"])
def test_any_reference_but_a_creditor_reference_is_taken_as_it_is(printed: str):
    expected = "539007547034" if printed.startswith("RF") else "INV1"
    assert reference_of(printed) == expected


@pytest.mark.parametrize("printed", ["RFQ-2026-1", "RF00INV1", "RF-000001"])
def test_what_only_looks_like_a_creditor_reference_is_not_cut(printed: str):
    assert reference_of(printed) == skeleton(printed)


# by numbers in the text


def test_a_number_in_the_text_pays_when_the_sum_is_exact():
    assert match(said("for INV 1, thanks"), [item()], "") == Match("C1", pays(("INV-1", "100.00")), "NUMBERS_EXACT_SUM")


def test_the_payers_own_reference_is_read_too():
    assert match(receipt(end_to_end="INV-1"), [item()], "").rule == "NUMBERS_EXACT_SUM"


def test_several_numbers_pay_when_they_add_up():
    items = [item("INV-1", "60.00"), item("INV-2", "40.00")]
    answer = match(said("INV-2 and INV-1"), items, "C1")
    assert answer.allocations == pays(("INV-1", "60.00"), ("INV-2", "40.00"))


@pytest.mark.parametrize("amount", ["99.99", "100.01", "60.00"])
def test_numbers_that_do_not_add_up_pay_nothing(amount: str):
    items = [item("INV-1", "60.00"), item("INV-2", "40.00")]
    assert match(said("INV-1 INV-2", amount), items, "") == left("C1", "SUM_DIFFERS", "INV-1", "INV-2")


def test_numbers_of_paid_items_do_not_count_in_the_sum():
    items = [item("INV-1", "0.00"), item("INV-2", "100.00")]
    assert match(said("INV-1 INV-2"), items, "").allocations == pays(("INV-2", "100.00"))


def test_only_numbers_of_paid_items_are_left():
    assert match(said("INV-1"), [item(open_="0.00")], "") == left("C1", "ALREADY_PAID", "INV-1")


def test_items_of_two_customers_are_left():
    items = [item("INV-1", "60.00", "C1"), item("INV-2", "40.00", "C2")]
    assert match(said("INV-1 INV-2"), items, "") == left("", "PAYER_MISMATCH", "INV-1", "INV-2")


def test_items_of_another_customer_than_the_payer_are_left():
    assert match(said("INV-1"), [item(customer="C1")], "C2") == left("C2", "PAYER_MISMATCH", "INV-1")


def test_numbers_of_items_in_another_currency_are_left():
    assert match(said("INV-1"), [item(currency="USD")], "") == left("C1", "CURRENCY_DIFFERS", "INV-1")


def test_words_that_name_no_item_are_no_reference():
    assert match(said("INV-9"), [], "") == left("", "NO_REFERENCE")
    assert match(receipt(), [], "C1") == left("C1", "NO_REFERENCE")


# evidence


def test_the_evidence_is_the_structured_reference_and_every_number():
    both = receipt("1.00", structured_reference=creditor_reference("INV-1"), text=("INV-1 A7",))
    assert evidence(both) == ("INV1", "INV1A7", "1", "1A7", "A7")


def test_a_receipt_without_words_has_no_evidence():
    assert evidence(receipt()) == ()


# laws


items_of_any_kind = st.lists(
    st.builds(
        item,
        st.sampled_from(["INV-1", "INV.1", "INV-2", "INV-3"]),
        st.sampled_from(["0.00", "40.00", "60.00", "100.00"]),
        st.sampled_from(["C1", "C2"]),
        st.sampled_from(["EUR", "EUR", "USD"]),
    ),
    unique_by=lambda each: each.id,
)
receipts_of_any_kind = st.one_of(
    st.builds(structured, st.sampled_from(["INV-1", "INV-9"]), st.sampled_from(["60.00", "100.00", "140.00"])),
    st.builds(
        said, st.sampled_from(["", "INV-1", "INV-1 INV-2", "INV-1/INV-2/INV-3"]), st.sampled_from(["60.00", "100.00"])
    ),
)


@given(receipts_of_any_kind, items_of_any_kind, st.sampled_from(["", "C1", "C2"]), st.randoms(use_true_random=False))
def test_the_order_of_the_items_does_not_matter(money: Receipt, found: list[Receivable], payer: str, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert match(money, found, payer) == match(money, shuffled, payer)


@given(receipts_of_any_kind, items_of_any_kind, st.sampled_from(["", "C1", "C2"]))
def test_a_match_never_gives_more_than_came_in_or_is_open(money: Receipt, found: list[Receivable], payer: str):
    answer = match(money, found, payer)
    open_ = {each.id: each.open for each in found}
    assert sum(each.amount.minor for each in answer.allocations) <= money.unapplied.minor
    assert all(eur("0.00") < each.amount <= open_[each.item] for each in answer.allocations)
    assert bool(answer.allocations) == bool(answer.rule)
    assert answer.allocations or answer.reason


@given(receipts_of_any_kind, items_of_any_kind, st.sampled_from(["", "C1", "C2"]))
def test_items_without_evidence_change_nothing(money: Receipt, found: list[Receivable], payer: str):
    stranger = changed(item("X-99"), open=eur("60.00"))
    assert match(money, [*found, stranger], payer) == match(money, found, payer)


# references as payers write them


@pytest.mark.parametrize("stated", ["1234561", "0000 0000 0000 0123 4561", "RF34 1234 561"])
def test_zeros_and_blanks_of_a_structured_reference_do_not_count(stated: str):
    named = changed(item("INV-1"), reference="1234561")
    paid = receipt("100.00", structured_reference=stated)
    assert "1234561" in evidence(paid)
    assert match(paid, [named], "").rule == "STRUCTURED_REFERENCE"


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("thanks for RF18 5390 0754 7034 of march", "539007547034"),
        ("+++090/9337/55493+++", "090933755493"),
        ("21 00000 00003 13947 14300 09017", "210000000003139471430009017"),
    ],
)
def test_a_structured_reference_in_the_text_names_its_item(said: str, stored: str):
    named = changed(item("INV-1"), reference=stored)
    paid = receipt("100.00", text=(said,))
    assert stored in evidence(paid)
    assert match(paid, [named], "").rule == "NUMBERS_EXACT_SUM"
