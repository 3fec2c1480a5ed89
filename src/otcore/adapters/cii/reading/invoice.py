"""Invoices and credit notes in: CII D16B of any EN 16931 specification."""

from otcore.adapters.cii.reading.agreement import read_agreement, read_delivery
from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.cii.reading.head import read_context, read_head
from otcore.adapters.cii.reading.line import read_line
from otcore.adapters.cii.reading.settlement import read_currency, read_settlement
from otcore.adapters.cii.reading.terms import read_payment_terms
from otcore.adapters.cii.reading.totals import read_totals
from otcore.adapters.xml.records import each, every
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.stating.reading import as_read


def read_invoice(data: bytes, source: str = "") -> InvoiceDocument:
    """The invoice or credit note in a file; `source` names the file in messages.

    Amounts are taken as they are stated. Nothing is lost: what no field holds is in `unread`.

    Raises `Invalid` with every fault found, each with file, line and path: CII_DOCUMENT, NO_LINES, CURRENCY_MISMATCH,
    UNIT_MISMATCH, DATE_FORMAT, CARD_NUMBER, BASE64_FORMAT, the codes of `read_xml`, `RecordCursor` and the
    values.
    """
    root = CiiCursor.opened(data, source)
    document = _document(root)
    return as_read(document, root.rest())


def _document(root: CiiCursor) -> InvoiceDocument:
    trade = root.one("rsm:SupplyChainTradeTransaction")
    settlement = trade.one("ram:ApplicableHeaderTradeSettlement")
    currency = read_currency(settlement)
    items = _items(trade)
    context, head, agreed, delivered, settled, lines, totals = every(
        lambda: read_context(root.part("rsm:ExchangedDocumentContext")),
        lambda: read_head(root.part("rsm:ExchangedDocument")),
        lambda: read_agreement(trade.part("ram:ApplicableHeaderTradeAgreement")),
        lambda: read_delivery(trade.part("ram:ApplicableHeaderTradeDelivery")),
        lambda: read_settlement(settlement),
        lambda: each(items, lambda item: read_line(item, currency)),
        lambda: read_totals(items, settlement, currency),
    )
    terms = read_payment_terms(settlement, head["issued"], context["customization"], totals.payable)
    said = {**context, **head, **agreed, **delivered, **settled, **terms}
    return InvoiceDocument(currency=currency, lines=lines, totals=totals, **said)


def _items(trade: CiiCursor) -> tuple[CiiCursor, ...]:
    items = trade.children("ram:IncludedSupplyChainTradeLineItem")
    if not items:
        raise trade.fault("NO_LINES", "an invoice has at least one line (BR-16)")
    return items
