"""The types an invoice may have (BT-3), by the rules that it follows."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.stating import specified
from otcore.invoicing.stating.specification import SELF_BILLED, SELF_BILLING, follows_peppol
from otcore.values.faults import Fault

# UNCL 1001 as PEPPOL-EN16931-P0100 and P0101 restrict it for invoices and credit notes.
_PEPPOL_TYPES = (
    "71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877"
    " 81 83 381 396 532"
)
# UNCL 1001 as BR-CL-01 restricts it for invoices and credit notes.
_TYPES = (
    "71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394"
    " 395 456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935"
    " 83 261 262 296 308 381 396 420 458 502 503 532"
)


def type_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """A type that the rules of the invoice do not know."""
    rule, types = _rule(invoice)
    if invoice.type_code not in types:
        facts = {"type_code": invoice.type_code}
        yield Fault(rule, f"{invoice.type_code[:40]!a} is not an invoice's type code", "/type_code", facts)
    german = invoice.seller.address.country == invoice.buyer.address.country == "DE"
    if follows_peppol(invoice) and invoice.type_code in ("326", "384") and not german:
        message = "Peppol keeps the types 326 and 384 for German parties"
        yield Fault("PEPPOL-EN16931-P0112", message, "/type_code")


def _rule(invoice: InvoiceDocument) -> tuple[str, frozenset[str]]:
    if not follows_peppol(invoice):
        return "BR-CL-01", frozenset(_TYPES.split())
    self_billed = specified(invoice).customization == SELF_BILLING
    return "PEPPOL-EN16931-P0100", SELF_BILLED if self_billed else frozenset(_PEPPOL_TYPES.split())
