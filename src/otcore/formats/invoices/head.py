"""What stands at the head of a form: what the document is, its days, and what it refers to."""

from collections.abc import Iterator

from otcore.formats.invoices.form import Fact, facts
from otcore.formats.invoices.language import Language
from otcore.formats.invoices.parties import identifier_fact
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice

CREDIT_TYPES = frozenset({"81", "83", "261", "296", "308", "381", "396", "420", "458", "532"})
"""UNCL 1001 codes of credit notes (EN 16931)."""

_CORRECTIVE = "384"
_SELF_BILLED = frozenset({"261", "389", "527"})
_INVOICE, _CREDIT_NOTE = "380", "381"


def title(document: InvoiceDocument, language: Language) -> str:
    """What the document is called; one of a rare type by what it is in the main."""
    usual = _CREDIT_NOTE if is_credit(document) else _INVOICE
    return language.known("titles", document.type_code) or language.say("titles", usual)


def is_credit(document: InvoiceDocument) -> bool:
    """Whether the money goes to the buyer."""
    return document.type_code in CREDIT_TYPES


def head_facts(document: InvoiceDocument, language: Language) -> tuple[Fact, ...]:
    """Days first, then what the buyer finds it by, then the rest."""
    return (*_days(document, language), *_preceding(document, language), *_references(document, language))


def statements(document: InvoiceDocument, language: Language) -> Iterator[str]:
    """What must be said of the whole document (Directive 2006/112/EC Art. 226, 10a for self-billing)."""
    if document.type_code in _SELF_BILLED:
        yield language.say("statements", "self_billed")
    if any(subtotal.category.code == "B" for subtotal in document.totals.subtotals):
        yield language.say("statements", "split_payment")
    if document.tax_included:
        yield language.say("statements", "prices_include_tax")


def period_words(period: InvoicePeriod | None, language: Language) -> str:
    """From a day to a day; empty where neither is known."""
    if period is None or (period.start is None and period.end is None):
        return ""
    if period.end is None:
        assert period.start is not None  # else there is nothing to say
        return language.say("head", "since", day=language.day(period.start))
    until = language.day(period.end)
    if period.start is None:
        return language.say("head", "until", day=until)
    return f"{language.day(period.start)} \u2013 {until}"


def _days(document: InvoiceDocument, language: Language) -> tuple[Fact, ...]:
    delivered = document.delivery.day if document.delivery else None
    point = document.tax_point_code
    falls = language.known("tax_points", point) or point
    return _labelled(
        language,
        issued=language.day(document.issued),
        due=language.day(document.due) if document.due else "",
        delivered=language.day(delivered) if delivered else "",
        period=period_words(document.period, language),
        tax_point=language.day(document.tax_point) if document.tax_point else falls,
    )


def _preceding(document: InvoiceDocument, language: Language) -> Iterator[Fact]:
    kind = "credits" if is_credit(document) else "corrects" if document.type_code == _CORRECTIVE else "preceding"
    for each in document.preceding:
        yield Fact(language.say("head", kind), _named(each, language))


def _named(invoice: PrecedingInvoice, language: Language) -> str:
    if invoice.issued is None:
        return invoice.number
    return language.say("head", "number_of_day", number=invoice.number, day=language.day(invoice.issued))


def _references(document: InvoiceDocument, language: Language) -> tuple[Fact, ...]:
    about = document.object
    return (
        *_labelled(
            language,
            buyer_reference=document.buyer_reference,
            order=document.order_reference,
            sales_order=document.sales_order,
            despatch=document.despatch_reference,
            receipt=document.receipt_reference,
            contract=document.contract,
            project=document.project,
            tender=document.tender,
        ),
        *((identifier_fact(language.say("head", "object"), about),) if about else ()),
        *_labelled(language, accounting_cost=document.accounting_cost, currency=document.currency),
    )


def _labelled(language: Language, **texts: str) -> tuple[Fact, ...]:
    """Each text under the label of its name, where it says something."""
    return facts(*((language.say("head", key), text) for key, text in texts.items()))
