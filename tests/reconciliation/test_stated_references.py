"""A structured reference says what is paid, whoever sends it; an exact number nearly as much."""

from typing import Any

import pytest

from otcore.invoicing.reference import creditor_reference
from otcore.payments.allocation import Allocation
from otcore.payments.receipt import Receipt
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.of_books import payment_of, references_of
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.policy import MatchingPolicy, Policies
from otcore.values.money import Money
from tests.payments.bank_rows import receipt
from tests.reconciliation.hostile import ANNA, BERT, eur, item, paid, posted, stranger

NUMBER = "INV-2026-012345"
STATED = creditor_reference(NUMBER)
OTHERS = [item(f"INV-2026-0{at}", 1_013 * at % 70_000 + 1, "BERT") for at in range(31_000, 31_010)]


def referred(reference: str = STATED) -> OpenItem:
    return item(NUMBER, 35_400, reference=reference)


@pytest.mark.parametrize(
    ("minor", "paid_", "over"), [(35_400, 35_400, 0), (30_000, 30_000, 0), (17_700, 17_700, 0), (36_000, 35_400, 600)]
)
def test_a_stranger_pays_by_reference_whatever_the_amount(minor: int, paid_: int, over: int):
    found = decide(stranger(minor, reference=STATED), Book([referred(), *OTHERS], [ANNA, BERT]))
    assert found.posted is not None
    assert [(each.item, each.amount) for each in found.posted.allocations] == [(NUMBER, eur(paid_))]
    assert (found.posted.rule, found.posted.on_account) == ("STRUCTURED_REFERENCE", eur(over))


def test_a_stranger_who_pays_far_too_much_is_left_to_a_person():
    assert posted(stranger(80_000, reference=STATED), referred(), *OTHERS) is None


def test_a_reference_is_no_longer_meant_where_the_amount_is_of_another_item():
    assert posted(stranger(30_000, reference=STATED), referred(), item("INV-2026-05", 30_000), *OTHERS) is None


def of_berts_account(minor: int) -> Decision:
    """Bert pays by the reference of Anna's item."""
    payment = paid(minor, reference=STATED, payer_name="", payer_account=BERT.accounts[0])
    return decide(payment, Book([referred(), *OTHERS], [ANNA, BERT]))


def test_another_customer_pays_by_reference_the_exact_amount_and_is_flagged():
    found = of_berts_account(35_400)
    assert found.posted is not None
    assert (found.posted.customer, found.reasons) == ("ANNA", ("PAYER_MISMATCH",))


def test_another_customer_who_pays_another_amount_is_left_to_a_person():
    found = of_berts_account(36_000)
    assert found.posted is None
    assert "PAYER_MISMATCH" in found.reasons


TWINS = [item(f"INV-2026-0400{at}", 35_400) for at in (11, 22)]


def test_a_stranger_pays_by_number_what_only_its_customer_owes_several_times():
    assert posted(stranger(35_400, "INV-2026-040011"), *TWINS, *OTHERS) == {"INV-2026-040011": 35_400}


@pytest.mark.parametrize(("text", "more"), [("INV-2026-040011", [item("INV-2026-05", 35_400, "BERT")]), ("040011", [])])
def test_a_stranger_needs_every_sign_of_the_number_and_an_amount_that_nobody_else_owes(text: str, more: list[OpenItem]):
    assert posted(stranger(35_400, text), *TWINS, *OTHERS, *more) is None


# how it is written


@pytest.mark.parametrize("stated", ["1234561", "0000 0000 0000 0123 4561", "RF34 1234 561"])
def test_zeros_and_blanks_of_a_structured_reference_do_not_count(stated: str):
    came = receipt("354.00", structured_reference=stated)
    assert "1234561" in references_of(came)
    assert rule(came, "1234561") == "STRUCTURED_REFERENCE"


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("thanks for RF18 5390 0754 7034 of march", "539007547034"),
        ("+++090/9337/55493+++", "090933755493"),
        ("21 00000 00003 13947 14300 09017", "210000000003139471430009017"),
    ],
)
def test_a_structured_reference_in_the_text_names_its_item(said: str, stored: str):
    came = receipt("354.00", text=(said,))
    assert stored in references_of(came)
    assert rule(came, stored) == "STRUCTURED_REFERENCE"


def rule(came: Receipt, reference: str) -> str:
    """By which rule a receipt is posted to the item of this reference."""
    return decide(payment_of(came), Book([referred(reference), *OTHERS], [ANNA, BERT])).rule


def test_the_references_of_a_receipt_are_the_structured_one_and_every_number():
    both = receipt("1.00", structured_reference=creditor_reference("INV-1"), text=("INV-1 A7",))
    assert references_of(both) == ("INV1", "INV1A7", "1", "1A7", "A7")
    assert references_of(receipt()) == ()


# what came, and what was ordered


@pytest.mark.parametrize(("owed", "allocation"), [("EUR", Allocation(NUMBER, eur(35_400))), ("USD", None)])
def test_what_is_named_in_the_currency_that_arrived_is_compared_with_that(owed: str, allocation: Allocation | None):
    amount = Money.from_minor(35_400, owed)
    named = item(NUMBER, 0, amount=amount, open=amount)
    payment = paid(35_400, NUMBER, original=Money("390.00", "USD"))
    found = decide(payment, Book([named], [ANNA])).posted
    assert found is not None
    assert (found.allocations == (allocation,)) is (allocation is not None)


def test_where_other_currencies_are_not_taken_what_came_is_compared():
    payment = paid(35_400, NUMBER, original=Money("390.00", "USD"))
    found = decide(payment, Book([item(NUMBER, 35_400)], [ANNA]), Policies(MatchingPolicy(cross_currency=False)))
    assert found.posted is not None


# what a person decided before


def test_no_rule_puts_money_back_where_a_person_took_it_off():
    found = decide(paid(35_400, NUMBER, taken_off=(NUMBER,)), Book([item(NUMBER, 35_400)], [ANNA]))
    assert (found.posted, found.reasons) == (None, ("REVERSED",))
    assert posted(paid(35_400, NUMBER, taken_off=("INV-2026-9",)), item(NUMBER, 35_400)) == {NUMBER: 35_400}


def test_money_on_account_pays_what_it_names_and_nothing_else():
    assert posted(paid(35_417, NUMBER, on_account=True), item(NUMBER, 35_417)) == {NUMBER: 35_417}
    found = decide(paid(35_417, on_account=True), Book([item(NUMBER, 35_417)], [ANNA]))
    assert (found.posted, found.reasons) == (None, ("ON_ACCOUNT",))


@pytest.mark.parametrize("before", [{"on_account": True}, {"taken_off": (NUMBER,)}])
def test_the_oldest_first_is_no_way_around_a_persons_decision(before: dict[str, Any]):
    policies = Policies(MatchingPolicy(oldest_first=True))
    assert decide(paid(20_000, **before), Book([item(NUMBER, 35_417)], [ANNA]), policies).posted is None
    assert decide(paid(20_000), Book([item(NUMBER, 35_417)], [ANNA]), policies).posted is not None


def test_what_a_person_decided_is_hashed():
    book = Book([item(NUMBER, 35_417)], [ANNA])
    befores: tuple[dict[str, Any], ...] = ({}, {"on_account": True}, {"taken_off": ("X",)}, {"taken_off": ("Y",)})
    assert len({decide(paid(35_417, NUMBER, **before), book).input_hash for before in befores}) == 4
