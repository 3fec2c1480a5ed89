"""The house: what a host decides once for a legal entity, given to every flow."""

from collections.abc import Callable

from attrs import frozen

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.seller import Seller
from otcore.orders.rules import PLACING, Rule
from otcore.values.faults import Fault

__all__ = ["House", "Seller"]


def nothing_lacks(invoice: InvoiceDocument) -> tuple[Fault, ...]:
    """For invoices that are not sent as structured documents."""
    return ()


@frozen(kw_only=True)
class House:
    """The seller and the policies.

    `series` names the number series of an invoice's year, `number` writes an invoice number; `{year}` and `{count}`
    are filled in. `placing` are the rules an order is placed under. `invoice` says what an invoice lacks, and one that
    lacks anything is not issued: `invoicing.requirements.requirement_faults` for EN 16931 and Peppol BIS Billing 3.
    """

    seller: Seller
    series: str = "invoice-{year}"
    number: str = "INV-{year}-{count:06d}"
    placing: tuple[Rule, ...] = PLACING
    invoice: Callable[[InvoiceDocument], tuple[Fault, ...]] = nothing_lacks
