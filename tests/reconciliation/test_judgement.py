"""What is done with a receipt after the decision on it: posted, left with the most telling reason, or as it was."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.payments.decided import Place
from otcore.receivables.item import Receivable
from otcore.reconciliation.decision import Decision, Finding, Outcome, Proposal, Span
from otcore.reconciliation.judgement import Judgement, difference, judged
from otcore.values.money import Money
from tests.payments.bank_rows import eur, receipt

DAY = date(2026, 3, 1)


def item(id: str, customer: str = "C1", open_: str = "100.00") -> Receivable:
    return Receivable(id, customer, id, DAY, DAY, eur("100.00"), eur(open_))


def pays(id: str = "INV-1", amount: str = "100.00", *less: Adjustment, reason: str = "", **more: Any) -> Proposal:
    parts = (Allocation(id, eur(amount), less, reason, more.pop("exchanged", None)),)
    return Proposal("C1", parts, more.pop("over", eur("0.00")), "RULE", (Finding("NUMBER", id, 900, id),), 900)


def decision(posted: Proposal | None, *rivals: Proposal, reasons: tuple[str, ...] = ()) -> Decision:
    outcome = Outcome.POSTED if posted else Outcome.SUGGESTED if rivals else Outcome.UNMATCHED
    return Decision("R1", outcome, posted, rivals, reasons, "RULE", "1", "hash")


def said(found: Decision, payer: str = "", *named: Receivable, **state: Any) -> Judgement:
    return judged(evolve(receipt(), **state), found, payer, named)


def test_what_is_decided_is_posted_and_remembered():
    found = said(decision(pays(), pays("INV-2")))
    assert (found.customer, found.allocations, found.rule, found.reason) == ("C1", pays().allocations, "RULE", "")
    assert (found.decided.outcome, found.decided.input_hash, found.decided.weight) == ("posted", "hash", 900)
    assert [each.allocations for each in found.decided.rivals] == [pays("INV-2").allocations]
    assert [each.said for each in found.decided.seen] == ["INV-1"]


def test_what_was_seen_is_kept_with_its_places_in_the_text():
    broken = Finding("NUMBER", "INV-1", 900, "INV-1", Span(0, 24, 27), (Span(1, 0, 2),))
    found = said(decision(evolve(pays(), findings=(broken, Finding("EXACT", "INV-1", 600)))))
    assert [each.places for each in found.decided.seen] == [(Place(0, 24, 27), Place(1, 0, 2)), ()]


def test_rivals_keep_their_evidence_where_a_person_has_to_choose():
    left = said(decision(None, pays(), pays("INV-2"), reasons=("AMBIGUOUS",))).decided.rivals
    assert [[seen.about for seen in rival.seen] for rival in left] == [["INV-1"], ["INV-2"]]
    assert [rival.seen for rival in said(decision(pays(), pays("INV-2"))).decided.rivals] == [()]


def test_who_pays_for_another_stays_the_payer():
    assert said(decision(pays()), "HQ").customer == "HQ"


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        (("TOO_WEAK", "SUM_DIFFERS"), "SUM_DIFFERS"),
        (("AMBIGUOUS", "PAYER_MISMATCH"), "PAYER_MISMATCH"),
        (("TOO_WEAK", "AMBIGUOUS"), "AMBIGUOUS"),
        (("SHORT_PAYMENT", "CONTESTED"), "CONTESTED"),
        (("ALREADY_PAID", "TAKEN"), "ALREADY_PAID"),
        ((), ""),
    ],
)
def test_of_several_reasons_the_most_telling_is_the_receipts(reasons: tuple[str, ...], told: str):
    found = said(decision(None, pays(), reasons=reasons))
    assert (found.reason, found.decided.reasons, found.decided.outcome) == (told, reasons, "suggested")


@pytest.mark.parametrize(
    ("named", "rivals"),
    [
        ((item("INV-3"), item("INV-4", open_="0.00")), ("INV-3",)),
        ((item("INV-4", open_="0.00"),), ("INV-1",)),
        ((), ("INV-1",)),
    ],
)
def test_what_is_named_and_owed_may_be_paid_else_what_the_best_rival_pays(
    named: tuple[Receivable, ...], rivals: tuple[str, ...]
):
    assert said(decision(None, pays(), pays("INV-2")), "", *named).rivals == rivals


def test_what_is_paid_already_is_told_where_nothing_else_may_be_paid():
    found = said(decision(None, reasons=("ALREADY_PAID",)), "", item("INV-4", open_="0.00"))
    assert (found.rivals, found.decided.outcome) == (("INV-4",), "unmatched")


def test_money_that_names_the_items_of_one_customer_is_that_ones():
    left = decision(None, reasons=("SUM_DIFFERS",))
    assert said(left, "", item("INV-1"), item("INV-2")).customer == "C1"
    assert said(left, "", item("INV-1"), item("INV-2", "C2")).customer == ""
    assert said(left, "C9", item("INV-1")).customer == "C9"


def test_what_is_on_account_stays_as_it_is_unless_it_is_posted():
    aside: dict[str, Any] = {"on_account": True, "reason": "a prepayment", "customer": "C1", "rivals": ("INV-9",)}
    found = said(decision(None, pays(), reasons=("ON_ACCOUNT",)), "", **aside)
    assert (found.customer, found.reason, found.rivals) == ("C1", "a prepayment", ("INV-9",))
    assert said(decision(pays()), **aside).allocations


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
