import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.cash import cash_report, cash_reports
from otcore.payments.allocation import Allocation
from otcore.payments.receipt import ReceiptLeft, ReceiptRefunded, evolve
from otcore.payments.receipt_events import ReceiptReturned
from otcore.values import Invalid, total
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, day, euros
from tests.kpi.receipts import any_receipts, receipt
from tests.payments import bank_rows


def line(one):
    return cash_report([one], TODAY, "EUR").lines[0]


def test_an_applied_receipt_shows_what_it_paid_and_by_which_rule():
    shown = line(receipt("R1", "90.00", customer="ACME", paid={"A": "50.00", "B": "40.00"}))
    assert (shown.received, shown.applied, shown.standing) == (euros("90.00"), euros("90.00"), "applied")
    assert shown.allocations == (Allocation("A", euros("50.00")), Allocation("B", euros("40.00")))
    assert (shown.rule, shown.customer, shown.payer) == ("NUMBERS_EXACT_SUM", "ACME", "Acme Ltd")


def test_what_a_known_customer_overpaid_is_on_account():
    shown = line(receipt("R1", "90.00", customer="ACME", paid={"A": "50.00"}, reason="OVERPAYMENT"))
    assert (shown.applied, shown.on_account, shown.unidentified) == (euros("50.00"), euros("40.00"), euros("0"))
    assert (shown.standing, shown.reason) == ("on account", "OVERPAYMENT")


def test_money_of_an_unknown_payer_is_unidentified():
    shown = line(receipt("R1", "90.00"))
    assert (shown.applied, shown.on_account, shown.unidentified) == (euros("0"), euros("0"), euros("90.00"))
    assert shown.standing == "unidentified"


def test_money_of_a_known_payer_that_nobody_decided_on_is_unapplied():
    fresh = bank_rows.receipt("90.00", booked=TODAY)
    shown = line(evolve(fresh, ReceiptLeft("ACME", "NO_REFERENCE", ())))
    assert (shown.standing, shown.unapplied, shown.on_account) == ("unapplied", euros("90.00"), euros("0"))


def test_money_that_went_back_is_returned_whoever_sent_it_back():
    bounced = evolve(receipt("R1", "90.00"), ReceiptReturned(euros("90.00"), TODAY, "no funds"))
    refunded = evolve(receipt("R2", "10.00"), ReceiptRefunded("RF-1", euros("10.00"), TODAY))
    found = cash_report([bounced, refunded], TODAY, "EUR")
    assert [each.standing for each in found.lines] == ["returned", "refunded"]
    assert (found.returned, found.applied, found.unidentified) == (euros("100.00"), euros("0"), euros("0"))


def test_receipts_stand_in_the_order_of_day_then_id():
    found = cash_report([receipt("R2", "1"), receipt("R1", "1"), receipt("R3", "1", on=day(1))], TODAY, "EUR")
    assert [each.receipt for each in found.lines] == ["R3", "R1", "R2"]


def test_receipts_booked_later_are_left_out():
    assert cash_report([receipt("R1", "1")], day(1), "EUR").lines == ()


def test_each_currency_has_its_own_report():
    reports = cash_reports(iter([receipt("R1", "1", currency="JPY"), receipt("R2", "2")]), TODAY)
    assert [(report.currency, len(report.lines)) for report in reports] == [("EUR", 1), ("JPY", 1)]


def test_a_currency_that_came_in_later_has_no_report():
    assert cash_reports([receipt("R1", "1")], day(1)) == ()


def test_an_unknown_currency_is_refused():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        cash_report([], TODAY, "XXX")


@given(st.lists(any_receipts(), max_size=8), ledgers.days)
def test_received_is_applied_left_somewhere_or_returned(receipts, until):
    def somewhere(of):
        return of.applied + of.on_account + of.unidentified + of.unapplied + of.returned

    for report in cash_reports(receipts, until):
        assert report.received == somewhere(report)
        assert report.received == total((each.received for each in report.lines), report.currency)
        assert all(each.received == somewhere(each) for each in report.lines)
