"""One invoice for many deliveries of one customer."""

from datetime import date

from otcore.invoicing.invoices.events import Billed
from otcore.invoicing.references import InvoicePeriod
from otcore.orders.details import OrderDetails
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import SHIPMENT
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, eur, line
from tests.workflows.billing.billers import bills_period, monthly, ordered, sent
from tests.workflows.desk import Desk
from tests.workflows.invoicing import INV, open_items

LATER = date(2026, 3, 20)


def three_deliveries() -> Desk:
    """Two of one order, one of another."""
    ready = monthly()
    ordered(ready, details=OrderDetails(reference="PO-1"))
    ordered(ready, line("1", 4, "P2"), order="O2")
    sent(ready, "S1", 3)
    sent(ready, "S2", 7, day=LATER)
    return sent(ready, "S3", 4, "O2", day=LATER)


def test_one_invoice_bills_every_delivery():
    ready = three_deliveries()
    invoice = bills_period(ready, day=LATER)
    assert (invoice.id, invoice.payable) == (INV, eur("132.00"))
    assert invoice.sources == (
        Billed("1", "O1", "1", "S1"),
        Billed("2", "O1", "1", "S2"),
        Billed("3", "O2", "1", "S3"),
    )
    assert [(each.order, each.despatch, each.order_line) for each in invoice.document.lines] == [
        ("PO-1", "S1", "1"),
        ("PO-1", "S2", "1"),
        ("O2", "S3", "1"),
    ]
    assert (invoice.order, invoice.shipment, invoice.document.order_reference) == ("", "", "")
    assert invoice.document.period == InvoicePeriod(DAY, LATER)
    assert {ready.order("O1").status, ready.order("O2").status} == {Status.CLOSED}
    assert ready.exposure("C2") == ("0.00", "0.00", "132.00")
    assert open_items(ready) == {INV: "132.00"}
    assert {ready.otc.ask(Get(SHIPMENT, id)).invoice for id in ("S1", "S2", "S3")} == {INV}
