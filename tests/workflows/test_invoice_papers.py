"""The papers in the life of an invoice are what EN 16931 wants, in both syntaxes, and are read back as written."""

from collections.abc import Callable
from typing import Any

import pytest

import otcore as ot
from otcore.adapters.cii import as_cii
from otcore.adapters.cii import read_invoice as read_cii
from otcore.adapters.cii import write_invoice as write_cii
from otcore.adapters.ubl.invoice import as_ubl, read_invoice, write_invoice
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.requirements import requirement_faults
from otcore.orders.details import OrderDetails
from otcore.values.adjustment import Adjustment
from tests.adapters.cii import official as cii_judge
from tests.adapters.ubl import official as ubl_judge
from tests.invoicing.documents import BUYER, SELLER
from tests.orders.examples import STANDARD, eur, left, line, product
from tests.workflows.desk import Desk
from tests.workflows.invoicing import INV, corrects, credits, price, quantity, self_bills, shipped
from tests.workflows.sending import allows, asks, gets_back

FREIGHT = Adjustment(charge=True, amount=eur("7.77"), tax=STANDARD, reason="Freight")
GIFT = Adjustment(charge=False, amount=eur("3.33"), reason="Gift")


def official(**more: Any) -> Desk:
    """A desk of a house that issues nothing which lacks what EN 16931 and Peppol want, with one invoice."""
    seller = ot.Seller(party=SELLER, iban="SE4550000000058398257466", bic="ESSESESS")
    ready = Desk(house=ot.House(seller=seller, invoice=requirement_faults, **more))
    ready.onboards(party=BUYER)
    ready.lists(product(price="9.99"), product("P2", "2.50"))
    ready.receives(100)
    ready.receives(100, "P2")
    details = OrderDetails(buyer_reference="desk 4", reference="PO-7")
    ready.places(line(adjustments=(GIFT,)), line("2", 3, product="P2"), details=details, adjustments=(FREIGHT,))
    ready.acknowledges()
    ready.ships(left("1", 10), left("2", 3))
    ready.bills()
    return ready


def by_return(ready: Desk) -> InvoiceDocument:
    asks(ready, 3)
    allows(ready, percent="10")
    gets_back(ready, 3)
    return credits(ready, return_id="R1").document


def after_an_amount(ready: Desk) -> InvoiceDocument:
    credits(ready, amount=eur("10.00"))
    return credits(ready, lines=quantity(4)).document


def self_billed(ready: Desk) -> InvoiceDocument:
    shipped(ready, order="O2", shipment="S2", details=OrderDetails(reference="PO-8"))
    return self_bills(ready, "SB-1", "S2").document


def credited_self_billed(ready: Desk) -> InvoiceDocument:
    self_billed(ready)
    return credits(ready, "C1:SB-1", lines=quantity(2), self_billed="SB-2").document


PAPERS: dict[str, Callable[[Desk], InvoiceDocument]] = {
    "quantity": lambda ready: credits(ready, lines=quantity(3)).document,
    "price": lambda ready: credits(ready, prices=price("9.00")).document,
    "amount": lambda ready: credits(ready, amount=eur("11.11")).document,
    "mixed": lambda ready: credits(ready, lines=quantity(1), prices=price("2.00", "2"), amount=eur("1.00")).document,
    "all": lambda ready: credits(ready).document,
    "return less its fee": by_return,
    "after an amount": after_an_amount,
    "self-billed": self_billed,
    "credit of a self-billed": credited_self_billed,
    "corrective": lambda ready: corrects(ready, ot.CorrectedLine(line="1", price=ot.UnitPrice("9.01", "EUR"))).document,
}


@pytest.mark.oracle
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_passes_the_official_judges_in_both_syntaxes(name: str):
    document = PAPERS[name](official())
    xml = write_invoice(document)
    assert (ubl_judge.failed(xml), ubl_judge.schema_errors(xml)) == ([], [])
    assert read_invoice(xml) == as_ubl(document)
    other = write_cii(document)
    assert (cii_judge.failed(other), cii_judge.schema_errors(other)) == ([], [])
    assert read_cii(other) == as_cii(document)


def test_a_credit_note_is_a_ubl_credit_note_that_names_its_invoice():
    xml = write_invoice(credits(official(), lines=quantity(3)).document).decode()
    assert "<CreditNote " in xml
    assert f">{INV}<" in xml


def test_a_house_may_keep_to_the_types_that_peppol_knows():
    assert corrects(official(corrective_type="380")).document.type_code == "380"
