"""Rows of orders, from the facts of a store."""

from datetime import timedelta

import otcore as ot
from otcore.kpi.orders.report import ORDER_KPIS
from otcore.kpi.orders.rows import InvoiceRow, LineRow, OrderRow
from otcore.orders.amendment import Side
from otcore.orders.hold import HoldKind
from tests.orders.examples import DAY, left, line
from tests.workflows import cash, invoicing, sending
from tests.workflows.amendments import accepts, change, proposes
from tests.workflows.desk import Desk, desk
from tests.workflows.invoicing import INV


def row(ready: Desk, id: str = "O1") -> OrderRow:
    rows = {each.order: each for each in ready.otc.ask(ot.AskOrderRows())}
    return rows[id]


def only_line(ready: Desk, id: str = "O1") -> LineRow:
    (one,) = row(ready, id).lines
    return one


def only_invoice(ready: Desk, id: str = "O1") -> InvoiceRow:
    (one,) = row(ready, id).invoices
    return one


def test_milestones_are_days_of_business_with_their_recorded_moment():
    placed = row(sending.confirmed())
    assert placed.placed.day == DAY
    assert placed.placed.at is not None
    assert placed.answered is not None
    assert placed.confirmed is not None
    assert (placed.rejected, placed.cancelled, placed.closed) == (None, None, None)


def test_a_draft_is_no_order_yet():
    ready = desk()
    ready.handle(ot.DraftOrder(order="D1", customer="C1", day=DAY, currency="EUR", lines=(line(),)))
    assert ready.otc.ask(ot.AskOrderRows()) == ()


def test_what_left_and_arrived_is_told_by_line():
    ready = sending.sent(6)
    sending.delivers(ready, _1=4)
    one = only_line(ready)
    assert [each.quantity for each in one.shipped] == [6]
    assert [each.quantity for each in one.delivered] == [4]


def test_what_left_is_unbilled_until_it_is_on_an_invoice_or_came_back():
    ready = sending.sent(6)
    ready.ships(left("1", 4), shipment="S2")
    assert only_line(ready).unbilled == 10
    ready.bills()
    assert only_line(ready).unbilled == 4
    sending.asks(ready, 4)
    sending.allows(ready)
    sending.gets_back(ready, 4)
    assert only_line(ready).unbilled == 0


def test_what_did_not_leave_after_all_did_not():
    ready = sending.sent(6)
    sending.takes_back(ready)
    assert only_line(ready).shipped == ()


def test_the_day_promised_is_the_one_the_buyer_was_told():
    ready = sending.confirmed()
    assert only_line(ready).promised == ready.order().answers[0].promised


def test_what_came_back_spoilt_is_told_apart():
    ready = sending.sent(10)
    sending.asks(ready, 5)
    sending.allows(ready)
    sending.gets_back(ready, 3, 2)
    assert only_line(ready).returned == 5
    assert only_line(ready).spoilt == 2


def test_a_hold_lasts_from_its_day_to_its_release():
    ready = desk(stocked=20)
    ready.places(line())
    ready.holds(HoldKind.MANUAL)
    assert [each.until for each in row(ready).holds] == [None]
    ready.releases(HoldKind.MANUAL)
    (hold,) = row(ready).holds
    assert (hold.kind, hold.since.day, hold.until and hold.until.day) == (HoldKind.MANUAL, DAY, DAY)


def test_a_hold_ends_with_its_order():
    ready = desk(stocked=20)
    ready.places(line())
    ready.holds(HoldKind.MANUAL)
    ready.cancels()
    (hold,) = row(ready).holds
    assert hold.until == row(ready).cancelled
    assert row(ready).cancelled_by is Side.BUYER


def test_a_reopened_order_is_not_closed():
    ready = sending.sent(6)
    ready.closes()
    assert row(ready).closed is not None
    ready.reopens()
    assert row(ready).closed is None


def test_an_accepted_amendment_is_told():
    ready = sending.confirmed()
    proposes(ready, change("1", 8))
    assert row(ready).amended == ()
    accepts(ready)
    assert len(row(ready).amended) == 1


def test_an_invoice_is_settled_when_nothing_is_owed():
    ready = cash.invoiced(10)
    assert only_invoice(ready).settled is None
    ready.gets("120.00")
    cash.posts(ready, cash.part(INV, "120.00"))
    settled = only_invoice(ready).settled
    assert settled is not None
    assert settled.day == DAY


def test_an_invoice_that_is_owed_again_is_not_settled():
    ready = cash.invoiced(10)
    ready.gets("120.00")
    cash.posts(ready, cash.part(INV, "120.00"))
    cash.takes_off(ready, INV)
    assert only_invoice(ready).settled is None


def test_a_credit_note_for_a_mistake_corrects_the_invoice():
    ready = invoicing.invoiced()
    invoicing.credits(ready, prices=invoicing.price("9.00"))
    assert only_invoice(ready).corrected is not None


def test_a_credit_note_for_goods_that_came_back_corrects_nothing():
    ready = sending.sent(10)
    ready.bills()
    sending.back(ready)
    ready.handle(ot.IssueCreditNote(invoice=INV, day=DAY, reason="returned", return_id="R1"))
    assert only_invoice(ready).corrected is None


def test_a_credit_that_waits_is_no_invoice():
    ready = cash.invoiced(10)
    ready.gets("120.00")
    cash.posts(ready, cash.part(INV, "120.00"))
    invoicing.credits(ready, prices=invoicing.price("9.00"))
    assert [each.invoice for each in row(ready).invoices] == [INV]


def test_an_invoice_billed_anew_was_wrong():
    ready = invoicing.invoiced()
    invoicing.corrects(ready)
    assert {each.invoice: bool(each.corrected) for each in row(ready).invoices}[INV]


def test_every_figure_has_a_code_of_its_own_and_an_answer():
    ready = invoicing.invoiced()
    report = ready.otc.ask(ot.AskOrderReport(DAY))
    assert len({kpi.code for kpi in ORDER_KPIS}) == len(report.figures)
    assert report["invoice-to-cash"].reason == "NO_ORDERS"
    assert report["unit-fill-rate"].value == 100


def test_the_report_of_a_past_moment_is_the_same_whatever_came_later():
    ready = sending.sent(6)
    moment = ready.clock.now()
    before = ready.otc.ask(ot.AskOrderReport(DAY))
    ready.clock.time = moment + timedelta(days=1)
    ready.ships(left("1", 4), shipment="S2")
    assert ready.otc.ask(ot.AskOrderReport(DAY)) != before
    assert ready.otc.ask(ot.AskOrderReport(DAY, known=moment)) == before


def test_clocks_that_step_back_change_nothing_but_what_was_known_when():
    ready = sending.confirmed()
    noon = ready.clock.time
    ready.clock.time = noon - timedelta(days=1)
    ready.ships(left("1", 4))
    assert [each.quantity for each in only_line(ready).shipped] == [4]
    assert ready.otc.ask(ot.AskOrderRows(known=noon - timedelta(hours=1))) == ()
