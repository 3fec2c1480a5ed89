"""Real invoices whose stated totals follow from their lines: recalculated, to the cent."""

import json
from decimal import Decimal

import pytest
from lxml import etree

from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput, calculate
from otcore.values import Money, Quantity, TaxCategory, UnitPrice
from tests.case_files import CASES, PRESENT

_NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
_LINES = "cac:InvoiceLine | cac:CreditNoteLine"
_QUANTITY = "cbc:InvoicedQuantity | cbc:CreditedQuantity"


def _exact_invoices():
    index = (CASES / "invoices/index.jsonl").read_text(encoding="utf-8") if PRESENT else ""
    rows = [json.loads(row) for row in index.splitlines()]
    return [row for row in rows if row["class"] == "exact" and row["syntax"] == "UBL"]


@pytest.mark.parametrize("row", _exact_invoices(), ids=lambda row: row["case"])
def test_stated_totals_are_reproduced(row, cases):
    root = etree.parse(cases / "invoices" / row["file"]).getroot()
    totals = calculate(_input(root, row["currency"]))
    expected = row["expected"]
    assert _stated(totals) == {name: Decimal(expected[name] or 0) for name in _stated(totals)}
    assert _breakdown(totals) == _stated_breakdown(expected["breakdown"])


def _stated(totals):
    return {
        "line_total": totals.line_net.amount,
        "allowance_total": totals.allowances.amount,
        "charge_total": totals.charges.amount,
        "tax_exclusive": totals.tax_exclusive.amount,
        "tax_total": totals.tax.amount,
        "tax_inclusive": totals.tax_inclusive.amount,
        "payable": totals.payable.amount,
    }


def _breakdown(totals):
    return [
        (group.category.code, group.category.rate, group.taxable.amount, group.tax.amount)
        for group in totals.subtotals
        if group.taxable
    ]


def _stated_breakdown(groups):
    """The stated groups but those of nothing, which some documents list and no line is in."""
    rows = [
        (group["category"], *(Decimal(group[name] or 0) for name in ("rate", "taxable", "tax"))) for group in groups
    ]
    return sorted(row for row in rows if any(row[2:]))


def _input(root, currency):
    return InvoiceInput(
        currency,
        tuple(_line(str(place), line, currency) for place, line in enumerate(root.xpath(_LINES, namespaces=_NS))),
        tuple(_adjustment(item, currency, _tax(item, "cac:TaxCategory")) for item in _all(root, "cac:AllowanceCharge")),
        prepaid=Money(_text(root, "cac:LegalMonetaryTotal/cbc:PrepaidAmount", "0"), currency),
        rounding=Money(_text(root, "cac:LegalMonetaryTotal/cbc:PayableRoundingAmount", "0"), currency),
    )


def _line(line_id, line, currency):
    price = UnitPrice(
        _text(line, "cac:Price/cbc:PriceAmount"), currency, _text(line, "cac:Price/cbc:BaseQuantity", "1")
    )
    adjustments = tuple(_adjustment(item, currency, None) for item in _all(line, "cac:AllowanceCharge"))
    quantity = Quantity(_text(line, _QUANTITY), "C62")
    return LineInput(line_id, quantity, price, _tax(line, "cac:Item/cac:ClassifiedTaxCategory"), adjustments)


def _adjustment(item, currency, tax):
    charge = _text(item, "cbc:ChargeIndicator") == "true"
    return Adjustment(charge=charge, amount=Money(_text(item, "cbc:Amount"), currency), tax=tax)


def _tax(parent, path):
    return TaxCategory(_text(parent, f"{path}/cbc:ID"), _text(parent, f"{path}/cbc:Percent", "0"))


def _all(parent, path):
    return parent.xpath(path, namespaces=_NS)


def _text(parent, path, default=None):
    found = _all(parent, path)
    return found[0].text.strip().removeprefix("+") if found else default
