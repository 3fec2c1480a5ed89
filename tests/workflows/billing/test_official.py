"""What leaves the house by any policy passes the official judges, lacks nothing, and is exact when it is checked."""

import pytest

from otcore.adapters.cii import write_invoice as write_cii
from otcore.adapters.stated import read_stated
from otcore.adapters.ubl.invoice import write_invoice as write_ubl
from otcore.customers.billing import BillingPolicy, Deduction
from otcore.invoicing.checking import check
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.requirements import requirement_faults
from otcore.invoicing.seller import Seller
from otcore.orders.advances import Milestone
from otcore.orders.crediting import CreditLine
from otcore.orders.details import OrderDetails
from otcore.values.adjustment import Adjustment
from otcore.workflows.house import House
from tests.adapters.cii import official as cii
from tests.adapters.ubl import official as ubl
from tests.invoicing.documents import BUYER, SELLER
from tests.orders.examples import STANDARD, dec, eur, line, product
from tests.workflows.billing.billers import MONTHLY, bills_order, bills_period, ordered, plans, prepays, reaches, sent
from tests.workflows.desk import Desk
from tests.workflows.invoicing import credits

pytestmark = pytest.mark.oracle

OFF = (Adjustment(charge=False, percent=dec("3.33"), tax=STANDARD, reason="Agreed"),)


def shop(policy: BillingPolicy) -> Desk:
    """An order of odd prices of a buyer who is billed like this."""
    seller = Seller(party=SELLER, iban="DE89370400440532013000")
    ready = Desk(house=House(seller=seller, invoice=requirement_faults))
    ready.onboards("C2", billing=policy, party=BUYER)
    ready.lists(product("A", "33.333"), product("B", "0.145"))
    ready.receives(1000, "A")
    ready.receives(1000, "B")
    return order(ready, "O1")


def order(ready: Desk, id: str) -> Desk:
    lines = (line("1", 7, "A"), line("2", 31, "B"))
    return ordered(
        ready, *lines, order=id, adjustments=OFF, details=OrderDetails(buyer_reference="Ward 7", reference=f"PO-{id}")
    )


def of_a_period() -> list[InvoiceDocument]:
    ready = order(shop(MONTHLY), "O2")
    prepays(ready, 35, "O2")
    for number, (id, piece, quantity) in enumerate(
        (("O1", "1", 3), ("O2", "2", 13), ("O1", "2", 31), ("O1", "1", 4), ("O2", "1", 7))
    ):
        sent(ready, f"S{number}", quantity, id, piece)
    invoice = bills_period(ready)
    note = credits(ready, invoice.id, lines=(CreditLine("2", dec(2)), CreditLine("1", dec(1))))
    return [invoice.document, note.document]


def prepaid(deduction: Deduction, percent: int = 37) -> list[InvoiceDocument]:
    ready = shop(BillingPolicy(deduction=deduction))
    return [prepays(ready, percent).document, bills_order(ready).document]


def by_milestones() -> list[InvoiceDocument]:
    ready = shop(BillingPolicy())
    plans(ready, Milestone(id="1", percent=dec("33.33")), Milestone(id="2", amount=eur("0.01")), Milestone(id="3"))
    return [reaches(ready, name).document for name in ("1", "2", "3")]


WAYS = {
    "period": of_a_period,
    "prepaid, lines": lambda: prepaid(Deduction.LINES),
    "prepaid, paid": lambda: prepaid(Deduction.PAID),
    "prepaid whole": lambda: prepaid(Deduction.LINES, 100),
    "milestones": by_milestones,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_what_a_policy_bills_passes_the_official_judges(way):
    for document in way():
        xml, other = write_ubl(document), write_cii(document)
        assert (ubl.schema_errors(xml), ubl.fatal(xml)) == ([], [])  # it warns of orders and despatches at lines
        several = any(line.order or line.despatch for line in document.lines)
        errors, failed = (
            (cii.schema_errors_extended, cii.failed_extended) if several else (cii.schema_errors, cii.failed)
        )
        assert (errors(other), failed(other)) == ([], [])
        assert [check(read_stated(each)) for each in (xml, other)] == [(), ()]
