"""A remittance advice explains a payment."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.reconciliation.advised import BY_PAYER, BY_REFERENCE, USUAL, Advice, Advised, advice_for, advised, by_number
from otcore.reconciliation.decision import Proposal
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.values import Money, Percentage
from otcore.values.references import creditor_reference
from otcore.values.terms import DiscountOffer
from tests.payments.advices import advice, eur, line

DAY = date(2026, 3, 2)


def payment(amount: str, **more) -> Payment:
    """A payment of Acme in euros."""
    facts = {"id": "P", "amount": eur(amount), "day": DAY, "payer_name": "ACME LTD", "payer_account": "DE02 1203"}
    return Payment(**{**facts, **more})


def item(number: str, open_: str, customer: str = "C1", **more) -> OpenItem:
    """An open item in euros."""
    return OpenItem(number, customer, number, eur(open_), eur(open_), date(2026, 2, 1), date(2026, 3, 1), **more)


def offer(amount: str, until: date = DAY) -> DiscountOffer:
    """A discount of so much, until a day."""
    return DiscountOffer(until, Percentage("2"), eur("100"), eur(amount))


def explained(amount: str, lines, items, payer: str = "", policy: MatchingPolicy = USUAL, total: str = "") -> Advised:
    """What an advice of these lines makes of a payment."""
    one = Advice(advice(*lines, total=total), BY_REFERENCE)
    return advised(payment(amount), one, by_number(items), payer, policy)


def reasons(*args, **more) -> tuple[str, ...]:
    """Why it is not certain."""
    return explained(*args, **more).reasons


def proposal(result: Advised) -> Proposal:
    """The proposal, which there is."""
    assert result.proposal is not None
    return result.proposal


def given_to(result) -> list[tuple[str, str]]:
    """Item and cash of each allocation."""
    return [(each.item, str(each.amount.amount)) for each in proposal(result).allocations]


# which advice


@pytest.mark.parametrize(
    "said",
    [
        {"end_to_end": "PAY-4711"},
        {"end_to_end": "pay 4711"},
        {"reference": "PAY4711"},
        {"text": ("ref pay-4711 thanks",)},
    ],
)
def test_a_reference_that_both_state_leads_to_the_advice(said):
    one = advice(line("I1", "10.00"), payer="Someone else")
    assert advice_for(payment("10.00", **said), [one]) == (Advice(one, BY_REFERENCE),)


def test_other_references_of_the_advice_count_too():
    one = advice(line("I1", "10.00"), payer="X", other_references=("CHEQUE-99",))
    assert advice_for(payment("10.00", reference="CHEQUE-99"), [one])


def test_in_free_text_only_over_the_same_amount():
    one = advice(line("I1", "10.00"), payer="X")
    assert not advice_for(payment("11.00", text=("PAY-4711",)), [one])
    assert advice_for(payment("11.00", end_to_end="PAY-4711"), [one])


def test_short_references_say_nothing():
    one = advice(line("I1", "10.00"), payer="X", payment_reference="4711")
    assert not advice_for(payment("10.00", end_to_end="4711"), [one])


@pytest.mark.parametrize("more", [{"payer": "acme ltd"}, {"payer": "X", "payer_account": "DE021203"}])
def test_else_the_payer_and_the_amount_within_days(more):
    one = advice(line("I1", "10.00"), **more)
    assert advice_for(payment("10.00"), [one]) == (Advice(one, BY_PAYER),)


@pytest.mark.parametrize(
    ("amount", "more"),
    [("10.01", {}), ("10.00", {"payer": "Other"}), ("10.00", {"day": date(2026, 3, 13)}), ("10.00", {"payer": ""})],
)
def test_another_payer_amount_or_time_is_another_payment(amount, more):
    assert not advice_for(payment(amount, payer_account=""), [advice(line("I1", "10.00"), **more)])


def test_a_payment_of_nobody_known_has_no_advice_but_by_reference():
    nobody = payment("10.00", payer_name="", payer_account="")
    assert not advice_for(nobody, [advice(line("I1", "10.00"), payer="")])


def test_a_common_reference_beats_a_like_amount():
    named, like = advice(line("I1", "9.00"), id="A2"), advice(line("I1", "10.00"), payment_reference="ELSE-1")
    found = advice_for(payment("10.00", end_to_end="PAY-4711"), [like, named])
    assert [each.advice.id for each in found] == ["A2"]


@given(st.permutations(["A1", "A2", "A3"]))
def test_several_come_in_the_order_of_their_ids(ids):
    several = [advice(line("I1", "10.00"), id=id) for id in ids]
    assert [each.advice.id for each in advice_for(payment("10.00"), several)] == ["A1", "A2", "A3"]


# what follows


def test_items_are_paid_as_the_advice_says():
    lines = line("I1", "10.00"), line("i 2", "5.00")
    result = explained("15.00", lines, [item("I-1", "10.00"), item("I-2", "5.00")])
    assert result.reasons == ()
    assert given_to(result) == [("I-1", "10.00"), ("I-2", "5.00")]
    assert (proposal(result).customer, proposal(result).rule) == ("C1", "REMITTANCE_ADVICE")
    assert proposal(result).on_account == eur("0")
    finding = proposal(result).findings[0]
    assert (finding.about, finding.weight, finding.said) == ("I-1", 2000, "I1")


def test_a_document_may_be_named_by_its_reference_or_its_order():
    items = [item("I-1", "10.00", reference=creditor_reference("77")), item("I-2", "5.00", orders=("PO 9",))]
    lines = line(creditor_reference("77"), "10.00"), line("", "5.00", order="PO-9")
    assert given_to(explained("15.00", lines, items)) == [("I-1", "10.00"), ("I-2", "5.00")]


def test_a_credit_is_taken():
    lines = line("I1", "10.00"), line("C1", "-4.00")
    result = explained("6.00", lines, [item("I-1", "10.00"), item("C-1", "-4.00")])
    assert given_to(result) == [("I-1", "10.00"), ("C-1", "-4.00")]


def test_a_discount_in_time_closes_the_item():
    result = explained(
        "98.00", [line("I1", "98.00", discount=eur("2.00"))], [item("I1", "100", discounts=(offer("2"),))]
    )
    assert result.reasons == ()
    assert proposal(result).allocations == (Allocation("I1", eur("98"), (Adjustment(Why.DISCOUNT, eur("2")),)),)


def test_a_discount_on_a_credit_too():
    lines = [line("I1", "100.00"), line("C1", "-49.00", discount=eur("-1.00"))]
    result = explained("51.00", lines, [item("I1", "100"), item("C1", "-50", discounts=(offer("-1"),))])
    assert proposal(result).allocations[1].adjustments == (Adjustment(Why.DISCOUNT, eur("-1")),)


@pytest.mark.parametrize("discounts", [(), (offer("2", date(2026, 3, 1)),), (offer("1.99"),)])
def test_a_discount_too_late_or_too_high_stays_open(discounts):
    result = explained("98.00", [line("I1", "98.00", discount=eur("2.00"))], [item("I1", "100", discounts=discounts)])
    assert result.reasons == ("DISCOUNT_NOT_DUE",)
    assert proposal(result).allocations == (Allocation("I1", eur("98"), (), "deduction"),)


def test_days_of_grace_are_in_time():
    items = [item("I1", "100", discounts=(offer("2", date(2026, 3, 1)),))]
    lines = [line("I1", "98.00", discount=eur("2.00"))]
    assert reasons("98.00", lines, items, policy=MatchingPolicy(grace_days=1)) == ()


@pytest.mark.parametrize(("deduction", "why"), [(eur("20.00"), "deduction"), (None, "partial")])
def test_what_stays_open_has_its_reason(deduction, why):
    result = explained("80.00", [line("I1", "80.00", deduction=deduction)], [item("I1", "100")])
    assert result.reasons == ()
    assert proposal(result).allocations[0].reason == why


def test_a_deduction_that_is_closed_already_leaves_nothing_open():
    result = explained("80.00", [line("I1", "80.00", deduction=eur("20.00"))], [item("I1", "80")])
    assert proposal(result).allocations[0].reason == ""


def test_two_lines_may_pay_one_item():
    lines = line("I1", "60.00"), line("I1", "40.00")
    result = explained("100.00", lines, [item("I1", "100")])
    assert (result.reasons, given_to(result)) == ((), [("I1", "60.00"), ("I1", "40.00")])


# why it is not certain


def test_a_payment_of_another_amount():
    result = explained("12.00", [line("I1", "10.00")], [item("I1", "10.00")])
    assert result.reasons == ("SUM_DIFFERS",)
    assert proposal(result).on_account == eur("2.00")


def test_no_proposal_gives_more_than_was_paid():
    result = explained("9.00", [line("I1", "10.00")], [item("I1", "10.00")])
    assert (result.proposal, result.reasons) == (None, ("SUM_DIFFERS",))


def test_credits_that_are_not_found_leave_too_little():
    result = explained("6.00", [line("I1", "10.00"), line("C1", "-4.00")], [item("I-1", "10.00")])
    assert (result.proposal, result.reasons) == (None, ("UNKNOWN_REFERENCE",))


@pytest.mark.parametrize(
    ("line_", "why"),
    [
        (line("I9", "5.00"), "UNKNOWN_REFERENCE"),
        (line("DUP", "5.00"), "AMBIGUOUS"),
        (line("USD", "5.00"), "CURRENCY_DIFFERS"),
        (line("PAID", "5.00"), "ALREADY_PAID"),
        (line("I2", "5.01"), "ADVICE_ABOVE_OPEN"),
        (line("I2", "-5.00"), "ADVICE_ABOVE_OPEN"),
        (line("C1", "5.00"), "ADVICE_ABOVE_OPEN"),
        (line("", "5.00", reason="freight"), "ADVICE_UNEXPLAINED"),
    ],
)
def test_a_line_that_does_not_fit_keeps_the_rest_from_being_certain(line_, why):
    items = [
        *(item("I1", "10.00"), item("I2", "5.00"), item("C1", "-5.00")),
        *(item("DUP", "5.00"), evolve(item("D-UP", "5.00"), customer="C2")),
        *(evolve(item("USD", "5.00"), open=Money("5", "USD")), evolve(item("PAID", "5.00"), open=eur("0"))),
    ]
    result = explained("20.00", [line("I1", "10.00"), line_], items, total="20.00")
    assert result.reasons == (why,)
    assert given_to(result) == [("I1", "10.00")]
    assert proposal(result).on_account == eur("10.00")


def test_nothing_found_is_no_proposal():
    assert explained("5.00", [line("I9", "5.00")], []).proposal is None
    assert advised(payment("5.00"), Advice(advice(total="5.00"), BY_PAYER), by_number([])).reasons == ("SUM_DIFFERS",)


def test_items_of_several_customers_need_a_payer_who_is_known():
    lines, items = (line("I1", "1.00"), line("I2", "1.00")), [item("I1", "1", "C1"), item("I2", "1", "C2")]
    assert reasons("2.00", lines, items) == ("PAYER_MISMATCH",)
    result = explained("2.00", lines, items, payer="PARENT")
    assert (result.reasons, proposal(result).customer) == ((), "PARENT")


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(-300, 600)), min_size=1, max_size=6), st.integers(1, 2000))
def test_cash_is_conserved_and_no_item_takes_more_than_is_open(rows, paid):
    items = [item(f"I{at}", str(Money.from_minor(open_, "EUR").amount)) for at, (open_, _) in enumerate(rows)]
    lines = [line(f"I{at}", str(Money.from_minor(cash, "EUR").amount)) for at, (_, cash) in enumerate(rows)]
    money = Money.from_minor(paid, "EUR")
    result = explained(str(money.amount), lines, items)
    if result.proposal is not None:
        assert (
            sum(each.amount.minor for each in proposal(result).allocations) + proposal(result).on_account.minor == paid
        )
        by_id = {each.id: each.open for each in items}
        assert all(each.closes <= by_id[each.item] for each in proposal(result).allocations)
