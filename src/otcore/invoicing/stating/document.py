"""The whole document as EN 16931 states it."""

from attrs import evolve

from otcore.invoicing.adjustments import AllowanceCharge, sums
from otcore.invoicing.calculation import Totals
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentInstructions
from otcore.invoicing.references import InvoicePeriod
from otcore.invoicing.stating.net_prices import at_price, net_priced, priced_again, rounded_apart
from otcore.invoicing.stating.notes import note_text, sorted_out
from otcore.invoicing.stating.parties import (
    stated_buyer,
    stated_delivery,
    stated_payee,
    stated_representative,
    stated_seller,
)
from otcore.invoicing.stating.totals import (
    Taxes,
    reasoned,
    stated_adjustment,
    stated_line,
    stated_places,
    stated_profile,
    without_stray_percentage,
)

NOT_KNOWN = "NA"
"""What a document states where its syntax wants a reference and there is none."""


def as_stated(document: InvoiceDocument) -> InvoiceDocument:
    """The document with all that EN 16931 has words for, in the one form that its syntaxes carry.

    Prices that include tax become net prices; advances are summed (BT-113); the reason for taking no tax is that of the
    breakdown, for lines too; the buyer and the payee have one identifier. Taking it twice changes nothing. What a
    syntax writes is this, and reading it gives this back.
    """
    lines, amounts = _lines(document)
    totals = _totals(document, amounts)
    taxes = Taxes(tuple([subtotal.category for subtotal in totals.subtotals]))
    note, notes = sorted_out((document.note, *map(note_text, document.notes)))
    return evolve(
        document,
        seller=stated_seller(document.seller),
        buyer=stated_buyer(document.buyer),
        payee=stated_payee(document.payee),
        tax_representative=stated_representative(document.tax_representative),
        delivery=stated_delivery(document),
        lines=tuple([taxes.of_line(line) for line in lines]),
        totals=evolve(totals, adjustments=tuple([stated_adjustment(item, taxes) for item in totals.adjustments])),
        payment=stated_payment(document.payment),
        order_reference="" if _stands_in(document) else document.order_reference,
        period=_period(document.period),
        note=note,
        notes=notes,
        profile=stated_profile(document.currency),
        tax_included=False,
        unread=(),
    )


def stated_payment(payment: PaymentInstructions) -> PaymentInstructions:
    """How to pay; a holder and a bank mean nothing without the account (BR-50)."""
    further = tuple([account for account in payment.further_accounts if account.iban])
    debit = None if payment.direct_debit == DirectDebit() else payment.direct_debit
    card = payment.card if payment.card and payment.card.number else None
    kept = evolve(payment, further_accounts=further, direct_debit=debit, card=card)
    if kept.iban:
        return kept
    first, *others = further or (CreditTransfer(iban=""),)
    return evolve(kept, iban=first.iban, bic=first.bic, account_name=first.account_name, further_accounts=tuple(others))


def _stands_in(document: InvoiceDocument) -> bool:
    return document.order_reference == NOT_KNOWN and bool(document.sales_order)


def _lines(document: InvoiceDocument) -> tuple[tuple[InvoiceLine, ...], tuple[LineTotal, ...]]:
    pairs = list(zip(map(_periodic, document.lines), document.totals.lines, strict=True))
    places = stated_places(document.currency)
    if document.tax_included:
        pairs = [net_priced(line, total, places) for line, total in pairs]
    elif document.profile != stated_profile(document.currency):
        pairs = [rounded_apart(line, _without_stray_percentages(total, places), places) for line, total in pairs]
    pairs = [_worth_its_parts(line, total, places) for line, total in pairs]
    return tuple([line for line, _ in pairs]), tuple([stated_line(total) for _, total in pairs])


def _worth_its_parts(line: InvoiceLine, total: LineTotal, places: int) -> tuple[InvoiceLine, LineTotal]:
    """A line that is made up of others is worth what they are: its price follows."""
    if not total.parts:
        return line, total
    parts = [_worth_its_parts(*pair, places) for pair in zip(line.parts, total.parts, strict=True)]
    line = evolve(line, parts=tuple([part for part, _ in parts]))
    total = evolve(total, parts=tuple([part for _, part in parts]))
    allowances, charges = sums(total.adjustments)
    gross = total.net.minor + allowances - charges
    return (line, total) if at_price(line, places).minor == gross else priced_again(line, total, places)


def _without_stray_percentages(total: LineTotal, places: int) -> LineTotal:
    kept = tuple([without_stray_percentage(item, places) for item in total.adjustments])
    parts = tuple([_without_stray_percentages(part, places) for part in total.parts])
    return evolve(total, adjustments=kept, parts=parts)


def _periodic(line: InvoiceLine) -> InvoiceLine:
    return evolve(line, period=_period(line.period), parts=tuple(map(_periodic, line.parts)))


def _period(period: InvoicePeriod | None) -> InvoicePeriod | None:
    return None if period == InvoicePeriod() else period


def _totals(document: InvoiceDocument, lines: tuple[LineTotal, ...]) -> Totals:
    totals = document.totals
    return evolve(
        totals,
        lines=lines,
        adjustments=_adjustments(document),
        subtotals=tuple([evolve(each, category=reasoned(each.category)) for each in totals.subtotals]),
        taxes=(),
        other_taxes=None,
        withheld=None,
        tax_included=None,
        advances=(),
        third_party=totals.third_party if document.third_party else None,
        tax_accounted=totals.tax_accounted if document.tax_currency else None,
    )


def _adjustments(document: InvoiceDocument) -> tuple[AllowanceCharge, ...]:
    items = document.totals.adjustments
    if document.profile == stated_profile(document.currency):
        return items
    places = stated_places(document.currency)
    return tuple([without_stray_percentage(item, places) for item in items])
