"""What EN 16931 asks of an invoice for the tax categories it uses."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.values.faults import Fault
from otcore.values.tax import TaxCategory

_RULES = {
    "S": "BR-S",
    "Z": "BR-Z",
    "E": "BR-E",
    "AE": "BR-AE",
    "K": "BR-IC",
    "G": "BR-G",
    "O": "BR-O",
    "L": "BR-AF",
    "M": "BR-AG",
    "B": "BR-B",
}
_OWN_REASON = {"AE": "VATEX-EU-AE", "K": "VATEX-EU-IC", "G": "VATEX-EU-G", "O": "VATEX-EU-O"}


def exemption(category: TaxCategory) -> tuple[str, str]:
    """Why no tax is due, as a text (BT-120) and a code (BT-121).

    A category that has only one reason needs none stated: the code for it is taken (reverse charge, intra-community,
    export, out of scope: BR-AE-10, BR-IC-10, BR-G-10, BR-O-10).
    """
    if category.exemption_reason.strip() or category.exemption_code.strip():
        return category.exemption_reason, category.exemption_code
    return "", _OWN_REASON.get(category.code, "")


def tax_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """What the tax categories of the invoice want of its parties, its delivery and their own reasons."""
    used = [subtotal.category for subtotal in invoice.totals.subtotals]
    for index, category in enumerate(used):
        yield from _reason_faults(category, f"/totals/subtotals/{index}/category")
    codes = {category.code for category in used}
    for code in sorted(codes):
        yield from _party_faults(code, invoice)
    if "K" in codes:
        yield from _supply_faults(invoice)
    if "O" in codes and len(codes) > 1:
        message = "what is not subject to VAT is not billed together with what is"
        yield Fault("BR-O-11", message, "/totals/subtotals")


def _reason_faults(category: TaxCategory, path: str) -> Iterator[Fault]:
    stated = any(exemption(category))
    if stated != category.exempt:
        message = "states no reason for taking no tax" if category.exempt else "has no place for an exemption reason"
        rule = f"{_RULES[category.code]}-10"
        yield Fault(rule, f"category {category.code} {message}", f"{path}/exemption_reason")


def _party_faults(code: str, invoice: InvoiceDocument) -> Iterator[Fault]:
    seller, buyer, rule = invoice.seller, invoice.buyer, f"{_RULES[code]}-02"
    if code == "O":
        for path, party in (("/seller/tax_id", seller), ("/buyer/tax_id", buyer)):
            if party.tax_id:
                yield Fault(rule, "an invoice that is not subject to VAT states no VAT id", path)
        return
    if not seller.tax_id:
        yield Fault(rule, f"category {code} needs the seller's VAT id", "/seller/tax_id")
    registered = code == "AE" and buyer.company_id is not None
    if code in {"AE", "K"} and not buyer.tax_id and not registered:
        yield Fault(rule, f"category {code} needs the buyer's VAT id", "/buyer/tax_id")


def _supply_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    delivery = invoice.delivery
    if delivery is None or delivery.day is None:
        yield Fault("BR-IC-11", "an intra-community supply states the day of delivery", "/delivery/day")
    if delivery is None or delivery.address is None or not delivery.address.country:
        yield Fault("BR-IC-12", "an intra-community supply states the country of delivery", "/delivery/address/country")
