"""What EN 16931 and Peppol BIS Billing 3 ask of an invoice beyond its arithmetic.

A fault's code is the id of the official rule, where there is one. Code lists (units, countries, schemes) are not
looked into.
"""

from collections.abc import Callable, Iterable, Iterator

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.tax_requirements import tax_faults
from otcore.values.currencies import digits
from otcore.values.faults import Fault
from otcore.values.party import Identifier, Party

Rule = Callable[[InvoiceDocument], Iterable[Fault]]

_DIGITS = 2
_CREDIT_TRANSFERS = {"30", "58"}
# UNCL 1001 as PEPPOL-EN16931-P0100 restricts it for invoices.
_INVOICE_TYPES = "71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877"


def requirement_faults(invoice: InvoiceDocument) -> tuple[Fault, ...]:
    """Everything that a valid invoice needs and this one lacks, each with its JSON pointer; empty when all is there."""
    return tuple([fault for rule in RULES for fault in rule(invoice)])


def _head(invoice: InvoiceDocument) -> Iterator[Fault]:
    if not invoice.number.strip():
        yield Fault("BR-02", "an invoice has a number", "/number")
    if invoice.type_code not in _INVOICE_TYPES.split():
        facts = {"type_code": invoice.type_code}
        yield Fault("PEPPOL-EN16931-P0100", f"{invoice.type_code!a} is not an invoice's type code", "/type_code", facts)
    if digits(invoice.currency) > _DIGITS:
        message = f"amounts of an invoice have at most two decimals, those of {invoice.currency} more"
        yield Fault("CURRENCY_DIGITS_EN16931", message, "/currency", {"currency": invoice.currency})
    if not (invoice.buyer_reference.strip() or invoice.order_reference.strip()):
        message = "give the buyer's reference or the buyer's order number"
        yield Fault("PEPPOL-EN16931-R003", message, "/buyer_reference")


def _seller(invoice: InvoiceDocument) -> Iterator[Fault]:
    seller = invoice.seller
    yield from _party(seller, "/seller", name="BR-06", country="BR-09", endpoint="PEPPOL-EN16931-R020", scheme="BR-62")
    if not (seller.tax_id or seller.identifiers or seller.company_id):
        yield Fault("BR-CO-26", "the seller has an identifier, a legal registration or a VAT id", "/seller")


def _buyer(invoice: InvoiceDocument) -> Iterator[Fault]:
    buyer = invoice.buyer
    yield from _party(buyer, "/buyer", name="BR-07", country="BR-11", endpoint="PEPPOL-EN16931-R010", scheme="BR-63")


def _party(party: Party, path: str, *, name: str, country: str, endpoint: str, scheme: str) -> Iterator[Fault]:
    """Each keyword is the id of the rule for it."""
    if not (party.legal_name or party.name).strip():
        yield Fault(name, "the party has a name", f"{path}/name")
    if not party.address.country:
        yield Fault(country, "the address has a country", f"{path}/address/country")
    if party.endpoint is None:
        yield Fault(endpoint, "the party has an electronic address", f"{path}/endpoint")
    elif not party.endpoint.scheme.strip():
        yield Fault(scheme, "the electronic address has a scheme", f"{path}/endpoint/scheme")
    if party.tax_id and not _has_country(party.tax_id):
        message = f"the VAT id {party.tax_id[:40]!a} does not begin with a country code"
        yield Fault("BR-CO-09", message, f"{path}/tax_id")


def _has_country(tax_id: str) -> bool:
    prefix = tax_id[:2]
    return prefix.isascii() and prefix.isalpha() and prefix.isupper()


def _delivery(invoice: InvoiceDocument) -> Iterator[Fault]:
    address = invoice.delivery.address if invoice.delivery else None
    if address and not address.country and address != type(address)():
        yield Fault("BR-57", "the address of the delivery has a country", "/delivery/address/country")


def _payment(invoice: InvoiceDocument) -> Iterator[Fault]:
    payment = invoice.payment
    if not payment.means.strip():
        yield Fault("BR-49", "how to pay has a code of UNCL 4461", "/payment/means")
    if payment.means in _CREDIT_TRANSFERS and not payment.iban.strip():
        yield Fault("BR-61", "a credit transfer needs an account to pay to", "/payment/iban")


def _lines(invoice: InvoiceDocument) -> Iterator[Fault]:
    stated, calculated = [line.id for line in invoice.lines], [line.id for line in invoice.totals.lines]
    if stated != calculated:
        yield Fault("TOTALS_LINES", "the totals are of other lines than the invoice's", "/totals/lines")
    for index, line in enumerate(invoice.lines):
        if not line.id.strip():
            yield Fault("BR-21", "a line has an id", f"/lines/{index}/id")
        if not line.name.strip():
            yield Fault("BR-25", "what a line bills has a name", f"/lines/{index}/name")
        yield from _item(line.standard_item, f"/lines/{index}/standard_item/scheme")


def _item(standard: Identifier | None, path: str) -> Iterator[Fault]:
    if standard is not None and not standard.scheme.strip():
        yield Fault("BR-64", "the standard item number has a scheme", path)


def _adjustments(invoice: InvoiceDocument) -> Iterator[Fault]:
    yield from _reasons(invoice.totals.adjustments, "/totals/adjustments", allowance="BR-33", charge="BR-38")
    for index, line in enumerate(invoice.totals.lines):
        yield from _reasons(line.adjustments, f"/totals/lines/{index}/adjustments", allowance="BR-42", charge="BR-44")


def _reasons(items: tuple[AllowanceCharge, ...], path: str, *, allowance: str, charge: str) -> Iterator[Fault]:
    """Each keyword is the id of the rule for it."""
    for index, item in enumerate(items):
        if not (item.reason.strip() or item.reason_code.strip()):
            kind = "a charge" if item.charge else "an allowance"
            yield Fault(charge if item.charge else allowance, f"{kind} has a reason", f"{path}/{index}/reason")


RULES: tuple[Rule, ...] = (_head, _seller, _buyer, _delivery, _payment, _lines, _adjustments, tax_faults)
"""The rules, in the order their faults are reported."""
