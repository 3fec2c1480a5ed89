"""The head of an invoice: numbers, days, notes, currencies (BT-1 to BT-24, BG-1, BG-14)."""

from itertools import islice
from typing import Any

from otcore.adapters.ubl.invoice_form import InvoiceForm, form_of
from otcore.adapters.ubl.order import known_currency, mismatched
from otcore.adapters.ubl.reading import MOST_FAULTS, UblCursor
from otcore.adapters.xml import day_of
from otcore.invoicing.references import InvoicePeriod, SubjectNote
from otcore.invoicing.stating.notes import sorted_out
from otcore.values.faults import Invalid

_TAX_TOTAL = "cac:TaxTotal/cbc:TaxAmount"


def read_currencies(root: UblCursor) -> tuple[str, str]:
    """The document's currency, which every amount names but the tax in the currency it is accounted in (BT-5, BT-6).

    Raises `Invalid` CURRENCY_UNKNOWN, CURRENCY_MISMATCH.
    """
    currency = root.required_value("cbc:DocumentCurrencyCode", known_currency)
    tax_currency = root.value("cbc:TaxCurrencyCode", known_currency) or ""
    accounted = {each.element for each in root.children(_TAX_TOTAL) if _names(each) == tax_currency}
    amounts = (each for each in root.all_below() if "currencyID" in each.element.attrib)
    strays = (each for each in amounts if _names(each) != currency and each.element not in accounted)
    faults = [mismatched(each, currency) for each in islice(strays, MOST_FAULTS)]
    if faults:
        raise Invalid(*faults)
    return currency, tax_currency


def read_head(root: UblCursor, form: InvoiceForm) -> dict[str, Any]:
    """The fields of the head."""
    due = "cac:PaymentMeans/cbc:PaymentDueDate" if form.credits else "cbc:DueDate"
    fields: dict[str, Any] = root.record(
        dict,
        number=root.id,
        issued=lambda: root.required_value("cbc:IssueDate", day_of),
        due=lambda: root.day(due),
        type_code=lambda: _type_code(root, form),
        notes=lambda: _notes(root),
        tax_point=lambda: root.day("cbc:TaxPointDate"),
        tax_point_code=lambda: root.words("cac:InvoicePeriod/cbc:DescriptionCode"),
        period=lambda: read_period(root),
        accounting_cost=lambda: root.words("cbc:AccountingCost"),
        buyer_reference=lambda: root.words("cbc:BuyerReference"),
        customization=lambda: root.words("cbc:CustomizationID"),
        process=lambda: root.words("cbc:ProfileID"),
    )
    note, notes = fields["notes"]
    return fields | {"note": note, "notes": notes}


def read_period(cursor: UblCursor) -> InvoicePeriod | None:
    """The days that a document or a line bills; None when none is said."""
    period = cursor.child("cac:InvoicePeriod")
    if period is None:
        return None
    read = period.record(
        InvoicePeriod, start=lambda: period.day("cbc:StartDate"), end=lambda: period.day("cbc:EndDate")
    )
    return None if read == InvoicePeriod() else read


def _type_code(root: UblCursor, form: InvoiceForm) -> str:
    code = root.required(form.type_code)
    if form_of(code) is not form:
        raise root.one(form.type_code).fault(
            "TYPE_CODE_ROOT", f"{code[:40]!a} is not the type of a UBL {form.root} (BR-CL-01)", type_code=code[:40]
        )
    return code


def _notes(root: UblCursor) -> tuple[str, tuple[SubjectNote, ...]]:
    return sorted_out(tuple([note.prose("") for note in root.children("cbc:Note")]))


def _names(amount: UblCursor) -> str:
    currency: str = amount.element.get("currencyID", "")
    return currency.strip()
