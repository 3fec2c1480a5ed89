"""How much of the money that came in found its items without a person."""

import pytest

from otcore.kpi.applying.match_rate import MatchedBy, MatchRateSpec, match_rate
from otcore.kpi.facts import DecisionRow, decision_rows, kept_on_account
from otcore.kpi.population import LeftOut
from otcore.kpi.window import Days
from otcore.payments.decided import Decided
from otcore.payments.receipt import ReceiptApplied, evolve
from tests.kpi.ledgers import TODAY, day
from tests.kpi.receipts import receipt

ROWS = (
    DecisionRow(receipt="R1", day=day(5), lines=3, automatic=3),
    DecisionRow(receipt="R2", day=day(5), lines=4, automatic=2),
    DecisionRow(receipt="R3", day=day(5), lines=0, automatic=0),
    DecisionRow(receipt="R4", day=day(50), lines=1, automatic=1),
)


@pytest.mark.parametrize(("by", "top", "bottom"), [(MatchedBy.ENVELOPE, 2, 4), (MatchedBy.LINE, 6, 9)])
def test_an_envelope_is_automatic_where_all_its_lines_are(by, top, bottom):
    measure = match_rate(ROWS, TODAY, MatchRateSpec(by))
    assert (measure.numerator, measure.denominator) == (top, bottom)


def test_a_window_leaves_other_receipts_out():
    measure = match_rate(ROWS, TODAY, MatchRateSpec(window=Days(30)))
    assert (measure.denominator, measure.population.left_out) == (3, (LeftOut("OUTSIDE_WINDOW", ("R4",)),))


def test_without_a_receipt_there_is_no_rate():
    assert match_rate(ROWS, day(60)).reason == "NOTHING_RECEIVED"


def test_a_receipt_that_a_person_decided_on_has_no_automatic_line():
    ours = receipt("R1", "9", customer="ACME", paid={"A": "5", "B": "4"})
    theirs = receipt("R2", "9")
    by_hand = ReceiptApplied("ACME", ours.allocations, "BY_HAND", "", (), True, Decided("posted", by="ann"))
    theirs = evolve(theirs, by_hand)
    assert decision_rows([ours, theirs]) == (
        DecisionRow(receipt="R1", day=TODAY, lines=2, automatic=2),
        DecisionRow(receipt="R2", day=TODAY, lines=2, automatic=0),
    )


def test_what_stays_on_account_is_known_from_the_receipts():
    assert kept_on_account([receipt("R1", "9"), receipt("R2", "9", customer="ACME", paid={"A": "5"})]) == {"R2"}
