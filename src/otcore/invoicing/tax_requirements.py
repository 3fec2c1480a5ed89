"""What EN 16931 asks of an invoice for the tax categories it uses."""

from collections.abc import Iterator

from otcore.invoicing.category_rules import CATEGORY_RULES
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import InvoicePeriod
from otcore.values.faults import Fault
from otcore.values.tax import TaxCategory

_ABROAD = {"K", "G"}
_BUYER_KNOWN = {"AE", "K"}
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
        rule = f"BR-{CATEGORY_RULES[category.code]}-10"
        yield Fault(rule, f"category {category.code} {message}", f"{path}/exemption_reason")


def _party_faults(code: str, invoice: InvoiceDocument) -> Iterator[Fault]:
    """Who must be known to the tax office, and by which number."""
    if code == "O":
        yield from _unregistered(invoice)
    elif code == "B":
        yield from _split_payment(invoice)
    else:
        yield from _registered(code, invoice)


def _registered(code: str, invoice: InvoiceDocument) -> Iterator[Fault]:
    seller, buyer, rule = invoice.seller, invoice.buyer, f"BR-{CATEGORY_RULES[code]}-02"
    office = "" if code in _ABROAD else seller.tax_registration
    if not (seller.tax_id or office or _representative_id(invoice)):
        yield Fault(rule, f"category {code} needs the seller's VAT id", "/seller/tax_id")
    registered = code == "AE" and buyer.company_id is not None
    if code in _BUYER_KNOWN and not buyer.tax_id and not registered:
        yield Fault(rule, f"category {code} needs the buyer's VAT id", "/buyer/tax_id")


def _unregistered(invoice: InvoiceDocument) -> Iterator[Fault]:
    ids = {
        "/seller/tax_id": invoice.seller.tax_id,
        "/tax_representative/tax_id": _representative_id(invoice),
        "/buyer/tax_id": invoice.buyer.tax_id,
    }
    for path, tax_id in ids.items():
        if tax_id:
            yield Fault("BR-O-02", "an invoice that is not subject to VAT states no VAT id", path)


def _split_payment(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Split payment is Italy's, and stands beside no standard rate."""
    for path, party in (("/seller", invoice.seller), ("/buyer", invoice.buyer)):
        if party.address.country != "IT":
            yield Fault("BR-B-01", "split payment is for parties in Italy", f"{path}/address/country")
    if any(subtotal.category.code == "S" for subtotal in invoice.totals.subtotals):
        yield Fault("BR-B-02", "split payment and the standard rate are not billed together", "/totals/subtotals")


def _representative_id(invoice: InvoiceDocument) -> str:
    return invoice.tax_representative.tax_id if invoice.tax_representative else ""


def _supply_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    delivery = invoice.delivery
    if (delivery is None or delivery.day is None) and invoice.period in (None, InvoicePeriod()):
        yield Fault(
            "BR-IC-11", "an intra-community supply states the day of delivery or the days billed", "/delivery/day"
        )
    if delivery is None or delivery.address is None or not delivery.address.country:
        yield Fault("BR-IC-12", "an intra-community supply states the country of delivery", "/delivery/address/country")
