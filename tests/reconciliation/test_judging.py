"""What is done with a receipt: what names an item goes before what is weighed, and a person's reversal before both."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.receivables.item import Receivable
from otcore.reconciliation.decision import Decision, Finding, Outcome, Proposal
from otcore.reconciliation.judging import Judgement, difference, judge
from otcore.reconciliation.matching import Match
from otcore.values.money import Money
from tests.payments.bank_rows import eur, receipt

DAY = date(2026, 3, 1)
NOBODY: frozenset[str] = frozenset()


def item(id: str, customer: str = "C1") -> Receivable:
    return Receivable(id, customer, id, DAY, DAY, eur("100.00"), eur("100.00"))


ITEMS = (item("INV-1"), item("INV-2", "C2"))


def pays(id: str = "INV-1", amount: str = "100.00", *less: Adjustment, reason: str = "", **more: Any) -> Proposal:
    parts = (Allocation(id, eur(amount), less, reason, more.pop("exchanged", None)),)
    return Proposal("C1", parts, more.pop("over", eur("0.00")), "RULE", (Finding("NUMBER", id, 900, id),), 900)


def decision(posted: Proposal | None, *rivals: Proposal, reasons: tuple[str, ...] = ()) -> Decision:
    outcome = Outcome.POSTED if posted else Outcome.SUGGESTED if rivals else Outcome.UNMATCHED
    return Decision("R1", outcome, posted, rivals, reasons, "RULE", "1", "hash")


def said(found: Decision, matched: Match | None = None, related: frozenset[str] = NOBODY, **state: Any) -> Judgement:
    return judge(evolve(receipt(), **state), matched or Match("", reason="NO_REFERENCE"), found, ITEMS, related)


def test_what_weighing_is_sure_of_is_posted_where_nothing_is_named():
    found = said(decision(pays(), pays("INV-2")))
    assert (found.customer, found.allocations, found.rule, found.reason) == ("C1", pays().allocations, "RULE", "")
    assert (found.decided.outcome, found.decided.input_hash, found.decided.weight) == ("posted", "hash", 900)
    assert [each.allocations for each in found.decided.rivals] == [pays("INV-2").allocations]
    assert [each.said for each in found.decided.seen] == ["INV-1"]


def test_what_names_its_item_goes_before_what_is_weighed():
    matched = Match("C1", pays().allocations, "STRUCTURED_REFERENCE")
    found = said(decision(pays("INV-2")), matched)
    assert (found.rule, found.allocations, found.decided.outcome) == (
        "STRUCTURED_REFERENCE",
        pays().allocations,
        "posted",
    )


def test_weighing_says_why_less_was_paid_than_is_owed():
    matched = Match("C1", pays("INV-1", "98.00").allocations, "STRUCTURED_REFERENCE", "SHORT_PAYMENT")
    discount = pays("INV-1", "98.00", Adjustment(Why.DISCOUNT, eur("2.00")))
    found = said(decision(discount), matched)
    assert (found.allocations, found.reason, found.rule) == (discount.allocations, "DISCOUNT", "STRUCTURED_REFERENCE")
    assert said(decision(None), matched).reason == "SHORT_PAYMENT"


def test_what_a_stranger_pays_by_reference_is_posted_and_flagged():
    matched = Match("C9", pays().allocations, "STRUCTURED_REFERENCE")
    assert said(decision(None), matched, frozenset({"C9"})).decided.reasons == ("PAYER_MISMATCH",)
    assert said(decision(None), matched, frozenset({"C9", "C1"})).decided.reasons == ()


@pytest.mark.parametrize(
    ("proposal", "related"),
    [
        (pays("INV-2"), frozenset({"C1"})),
        (evolve(pays(), allocations=(*pays().allocations, *pays("INV-2").allocations)), NOBODY),
    ],
)
def test_what_is_weighed_pays_only_the_payers_own(proposal: Proposal, related: frozenset[str]):
    found = said(decision(proposal), None, related)
    assert (found.allocations, found.reason, found.decided.outcome) == ((), "PAYER_MISMATCH", "suggested")
    assert found.decided.rivals[0].allocations == proposal.allocations


@pytest.mark.parametrize("reason", ["AMBIGUOUS", "ALREADY_PAID", "CREDIT_NOTE"])
def test_what_the_ladder_understood_is_not_weighed(reason: str):
    found = said(decision(pays()), Match("C1", reason=reason, rivals=("INV-1",)))
    assert (found.allocations, found.reason, found.rivals) == ((), reason, ("INV-1",))


def test_what_is_left_has_the_rivals_of_the_best_suggestion():
    found = said(decision(None, pays("INV-2"), reasons=("TOO_WEAK",)))
    assert (found.rivals, found.decided.reasons) == (("INV-2",), ("NO_REFERENCE", "TOO_WEAK"))
    assert said(decision(None)).decided.outcome == "unmatched"


def test_no_rule_posts_where_a_person_took_the_money_off():
    assert said(decision(pays()), taken_off=("INV-1",)).reason == "REVERSED"
    matched = Match("C1", pays().allocations, "STRUCTURED_REFERENCE")
    assert said(decision(None), matched, taken_off=("INV-1",)).allocations == ()
    assert said(decision(pays("INV-2")), taken_off=("INV-1",)).allocations


def test_what_is_on_account_on_purpose_stays_there_unless_it_names_an_item():
    aside: dict[str, Any] = {"on_account": True, "reason": "a prepayment", "customer": "C1"}
    assert said(decision(pays()), **aside).reason == "a prepayment"
    matched = Match("C1", pays().allocations, "STRUCTURED_REFERENCE")
    assert said(decision(None), matched, **aside).allocations


@pytest.mark.parametrize(
    ("proposal", "code"),
    [
        (pays(), ""),
        (pays(reason=Why.DEDUCTION), "SHORT_PAYMENT"),
        (pays(reason=Why.PARTIAL), "SHORT_PAYMENT"),
        (pays(over=eur("1.00")), "OVERPAYMENT"),
        (pays("INV-1", "98.00", Adjustment(Why.WITHHOLDING, eur("2.00"))), "WITHHOLDING"),
        (pays(exchanged=Money("110", "USD")), "FX"),
    ],
)
def test_what_is_special_is_said_in_a_code(proposal: Proposal, code: str):
    assert difference(proposal) == code
