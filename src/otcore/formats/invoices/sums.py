"""The totals of a form: from the sum of the lines to the amount due."""

from collections.abc import Iterator

from otcore.formats.invoices.adjustments import adjustment_words, signed
from otcore.formats.invoices.form import Sum
from otcore.formats.invoices.head import is_credit
from otcore.formats.invoices.language import Language
from otcore.formats.invoices.lines import tax_words
from otcore.formats.invoices.taxes import scheme_words
from otcore.invoicing.advances import AdvancePaid
from otcore.invoicing.calculation import Totals
from otcore.invoicing.document import InvoiceDocument
from otcore.values.money import Money
from otcore.values.other_tax import TaxKind


def sum_rows(document: InvoiceDocument, language: Language) -> tuple[Sum, ...]:
    """Every figure of the document, each row leading to the total after it."""
    totals = document.totals
    return (
        *_exclusive(totals, language),
        *_inclusive(totals, language),
        *_paid(document, language),
        _payable(document, language),
        *_aside(document, language),
    )


def _exclusive(totals: Totals, language: Language) -> Iterator[Sum]:
    say = language.say
    if totals.adjustments:
        yield Sum(say("sums", "lines"), language.amount(totals.line_net))
    for item in totals.adjustments:
        tax = f"{say('sums', 'tax')} {tax_words(item.tax, language)}" if item.tax else ""
        yield Sum(adjustment_words(item, language), language.amount(signed(item)), tax)
    yield Sum(say("sums", "tax_exclusive"), language.amount(totals.tax_exclusive), weight="total")


def _inclusive(totals: Totals, language: Language) -> Iterator[Sum]:
    yield Sum(language.say("sums", "tax"), language.amount(totals.tax))
    for each in totals.taxes:
        if each.tax.kind is TaxKind.ADDED:
            yield Sum(scheme_words(each.tax, language), language.amount(each.amount))
    yield Sum(language.say("sums", "tax_inclusive"), language.amount(totals.tax_inclusive), weight="total")


def _paid(document: InvoiceDocument, language: Language) -> Iterator[Sum]:
    """What is between the total with tax and the amount due."""
    totals = document.totals
    for each in totals.taxes:
        if each.tax.kind is TaxKind.WITHHELD:
            yield Sum(scheme_words(each.tax, language), language.amount(-each.amount))
    before = totals.prepaid
    for advance in totals.advances:
        before -= advance.amount
        yield Sum(language.say("sums", "advance"), language.amount(-advance.amount), _advance(advance, language))
    if before:
        yield Sum(language.say("sums", "prepaid"), language.amount(-before))
    if totals.rounding:
        yield Sum(language.say("sums", "rounding"), language.amount(totals.rounding))
    yield from _third_party(document, language)


def _third_party(document: InvoiceDocument, language: Language) -> Iterator[Sum]:
    label = language.say("sums", "third_party")
    for each in document.third_party:
        note = ", ".join(filter(None, (each.kind, each.description)))
        yield Sum(label, language.amount(each.amount), note)
    if document.totals.third_party and not document.third_party:
        yield Sum(label, language.amount(document.totals.third_party))


def _advance(advance: AdvancePaid, language: Language) -> str:
    day = language.day(advance.day) if advance.day else ""
    return ", ".join(filter(None, (advance.reference, advance.description, day)))


def _payable(document: InvoiceDocument, language: Language) -> Sum:
    credit = is_credit(document)
    due = f"{language.say('head', 'due')} {language.day(document.due)}" if document.due and not credit else ""
    label = language.say("sums", "credited" if credit else "payable")
    return Sum(label, language.money(document.totals.payable), due, "due")


def _aside(document: InvoiceDocument, language: Language) -> Iterator[Sum]:
    """What is known besides; the sum of a single part is that part, and not said again."""
    say, totals = language.say, document.totals
    kinds = [item.charge for item in totals.adjustments]
    shown: list[tuple[str, Money | None]] = [
        (say("sums", "allowances"), totals.allowances if kinds.count(False) > 1 else None),
        (say("sums", "charges"), totals.charges if kinds.count(True) > 1 else None),
        (say("sums", "other_taxes"), totals.other_taxes if _several(totals, TaxKind.ADDED) else None),
        (say("sums", "withheld"), totals.withheld if _several(totals, TaxKind.WITHHELD) else None),
        (say("sums", "prepaid"), totals.prepaid if len(totals.advances) > 1 else None),
        (say("sums", "third_party"), totals.third_party if len(document.third_party) > 1 else None),
        (say("sums", "tax_included"), totals.tax_included),
    ]
    for label, value in shown:
        if value is not None:
            yield Sum(label, language.amount(value), weight="aside")
    if totals.tax_accounted is not None:
        currency = totals.tax_accounted.currency
        label = say("sums", "accounted", currency=currency)
        yield Sum(label, language.amount(totals.tax_accounted), weight="aside")


def _several(totals: Totals, kind: TaxKind) -> bool:
    return len([each for each in totals.taxes if each.tax.kind is kind]) > 1
