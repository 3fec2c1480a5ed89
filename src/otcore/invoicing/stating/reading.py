"""What every reader does last, once all that a document states is read."""

from attrs import evolve

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.profile import EN_16931
from otcore.invoicing.stating.totals import Taxes, has_two_decimals, stated_profile
from otcore.orders.details import Unread


def as_read(document: InvoiceDocument, unread: tuple[Unread, ...]) -> InvoiceDocument:
    """With the reasons for taking no tax, which stand in the breakdown, on what they are reasons for; the profile that
    the decimals tell of; and what nobody has read.
    """
    totals = document.totals
    taxes = Taxes(tuple([subtotal.category for subtotal in totals.subtotals]))
    return evolve(
        document,
        lines=tuple(map(taxes.of_line, document.lines)),
        totals=evolve(totals, adjustments=tuple(map(taxes.of_adjustment, totals.adjustments))),
        profile=stated_profile(document.currency) if has_two_decimals(document) else EN_16931,
        unread=unread,
    )
