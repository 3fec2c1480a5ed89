"""An invoice is issued once and found by customer, order and day."""

from otcore.invoicing.invoice import InvoiceIssued, evolve, facets
from tests.invoicing.test_drafting import drafted
from tests.orders.examples import DAY, eur


def test_an_issued_invoice_is_its_document():
    invoice = evolve(None, InvoiceIssued("INV-1", "C1", "O1", "S1", drafted()))
    assert (invoice.id, invoice.customer, invoice.order, invoice.shipment) == ("INV-1", "C1", "O1", "S1")
    assert invoice.payable == eur("48.00")


def test_an_invoice_is_found_by_customer_order_and_day():
    found = facets(evolve(None, InvoiceIssued("INV-1", "C1", "O1", "S1", drafted())))
    assert (found.party, found.reference, found.status, found.day) == ("C1", "O1", "issued", DAY)
