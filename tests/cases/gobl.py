"""GOBL's invoices as ours: the 1,000 vectors, what they ask for and what their totals are, in GOBL's words."""

import gzip
import json
from decimal import Decimal
from functools import cache

from attrs import evolve

from otcore.invoicing.advances import Advance
from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput, Totals
from otcore.invoicing.profiles import GOBL_CURRENCY, GOBL_PRECISE
from otcore.values import Money, Quantity, TaxCategory, UnitPrice
from otcore.values.currencies import digits
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.rounding import round_to
from tests.case_files import CASES, PRESENT

_PROFILES = {"precise": GOBL_PRECISE, "currency": GOBL_CURRENCY}
_OWN_DIGITS = {"HUF": 0}
"""Where GOBL's decimals are not those of ISO 4217."""


def vectors() -> list[dict]:
    """The vectors, or none where the case files are absent."""
    if not PRESENT:
        return []
    with gzip.open(CASES / "invoices/gobl_vectors.jsonl.gz", "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def invoice_of(given: dict) -> InvoiceInput:
    """What GOBL's invoice asks to be calculated."""
    currency = given["currency"]
    profile = evolve(_PROFILES[given["tax"]["rounding"]], digits=_OWN_DIGITS.get(currency))
    return InvoiceInput(
        currency,
        tuple(_line(str(at), line, currency) for at, line in enumerate(given["lines"], 1)),
        tuple(_document_adjustments(given, currency)),
        advances=tuple(_advance(each, currency) for each in given.get("payment", {}).get("advances", ())),
        tax_included="prices_include" in given["tax"],
        profile=profile,
    )


def stated(totals: dict) -> dict:
    """GOBL's totals as they are compared: every figure as a number, the rates by what they are of."""
    figures = {name: Decimal(value) for name, value in totals.items() if name != "taxes"}
    categories = totals["taxes"]["categories"]
    rates = {}
    for category in categories:
        for rate in category["rates"]:
            surcharge = rate.get("surcharge", {})
            key = (category["code"], _percent(rate["percent"]), _percent(surcharge.get("percent", "0%")))
            amounts = (rate["base"], rate["amount"], surcharge.get("amount", "0"))
            rates[key] = tuple(map(Decimal, amounts))
    return figures | {"rates": rates}


def in_gobls_words(totals: Totals) -> dict:
    """Our totals by GOBL's names; what GOBL leaves out where there is none is left out."""
    included = totals.tax_included is not None
    lines = [line.with_tax if included else line.net for line in totals.lines]
    figures = {
        "sum": _sum(lines),
        "total": totals.tax_exclusive.amount,
        "tax": totals.tax.amount + (totals.other_taxes.amount if totals.other_taxes else 0),
        "total_with_tax": totals.tax_inclusive.amount,
        "payable": totals.payable.amount + totals.prepaid.amount,
        "rates": _rates(totals),
    }
    for name, charge in (("discount", False), ("charge", True)):
        items = [item.with_tax if included else item.amount for item in totals.adjustments if item.charge is charge]
        figures |= {name: _sum(items)} if items else {}
    figures |= {"tax_included": totals.tax_included.amount} if totals.tax_included is not None else {}
    figures |= {"retained_tax": totals.withheld.amount} if totals.withheld is not None else {}
    figures |= {"advance": totals.prepaid.amount, "due": totals.payable.amount} if totals.advances else {}
    return figures


def _line(line_id, line, currency):
    taxes = line["taxes"]
    price = UnitPrice(line["item"]["price"], currency)
    adjustments = tuple(
        _adjustment(item, charge=charge, currency=currency)
        for name, charge in (("discounts", False), ("charges", True))
        for item in line.get(name, ())
    )
    return LineInput(line_id, Quantity(line["quantity"], "C62"), price, _vat(taxes), adjustments, _others(taxes))


def _document_adjustments(given, currency):
    for name, charge in (("discounts", False), ("charges", True)):
        for item in given.get(name, ()):
            adjustment = _adjustment(item, charge=charge, currency=currency)
            yield evolve(adjustment, tax=_vat(item["taxes"]), taxes=_others(item["taxes"]))


def _adjustment(item, *, charge, currency):
    """An amount that is finer than the currency is so much for one unit."""
    reason = item.get("reason", "")
    if "percent" in item:
        return Adjustment(charge=charge, percent=_percent(item["percent"]), reason=reason)
    if "rate" in item:
        rate = UnitPrice(item["rate"], currency)
        return Adjustment(charge=charge, per_unit=rate, units=Decimal(item["quantity"]), reason=reason)
    amount = Decimal(item["amount"])
    if amount != round_to(amount, _digits(currency)):
        return Adjustment(charge=charge, per_unit=UnitPrice(amount, currency), units=Decimal(1), reason=reason)
    return Adjustment(charge=charge, amount=Money(amount, currency), reason=reason)


def _advance(item, currency):
    """GOBL rounds what was paid to the digits that it prints."""
    if "percent" in item:
        return Advance(percent=_percent(item["percent"]))
    return Advance(amount=Money(round_to(Decimal(item["amount"]), _digits(currency)), currency))


@cache
def _category(percent):
    return TaxCategory("S" if percent else "Z", percent)


def _vat(taxes):
    return next(_category(_percent(tax["percent"])) for tax in taxes if tax["cat"] == "VAT")


def _others(taxes):
    """The surcharge on top of VAT, never in a price; what the buyer keeps back."""
    return tuple(_other(tax["cat"], tax["percent"], tax.get("surcharge")) for tax in taxes if _is_other(tax))


def _is_other(tax):
    return tax["cat"] != "VAT" or "surcharge" in tax


@cache
def _other(scheme, percent, surcharge):
    if scheme == "VAT":
        return OtherTax(f"RE {_percent(percent)}", _percent(surcharge), on_top=True)
    return OtherTax(scheme, _percent(percent), kind=TaxKind.WITHHELD)


def _rates(totals):
    surcharges = {each.tax.scheme: each for each in totals.taxes if each.tax.kind is TaxKind.ADDED}
    rates = {}
    for group in totals.subtotals:
        rate = group.category.rate
        added = surcharges.get(f"RE {rate}")
        extra = (added.tax.rate, added.amount.amount) if added else (Decimal(0), Decimal(0))
        rates["VAT", rate, extra[0]] = (group.taxable.amount, group.tax.amount, extra[1])
    for each in totals.taxes:
        if each.tax.kind is TaxKind.WITHHELD:
            rates[each.tax.scheme, each.tax.rate, Decimal(0)] = (each.taxable.amount, each.amount.amount, Decimal(0))
    return rates


def _digits(currency):
    return _OWN_DIGITS.get(currency, digits(currency))


def _percent(text):
    return Decimal(text.rstrip("%"))


def _sum(items):
    return sum((item.amount for item in items), Decimal(0))
