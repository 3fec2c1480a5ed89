"""What an invoice must say of its parties, and of where the goods went."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.stating import follows_peppol
from otcore.values.faults import Fault
from otcore.values.party import Address, Party


def party_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Names, countries, electronic addresses, and numbers that tell who is meant."""
    peppol = follows_peppol(invoice)
    yield from _seller(invoice.seller, peppol)
    yield from _buyer(invoice.buyer, peppol)
    if invoice.payee:
        yield from _payee(invoice.payee, invoice.seller)
    if invoice.tax_representative:
        yield from _representative(invoice.tax_representative)
    yield from _delivery(invoice)


def _seller(seller: Party, peppol: bool) -> Iterator[Fault]:
    needed = "PEPPOL-EN16931-R020" if peppol else ""
    yield from _party(seller, "/seller", name="BR-06", country="BR-09", endpoint=needed, scheme="BR-62")
    if not (seller.tax_id or seller.identifiers or seller.company_id):
        yield Fault("BR-CO-26", "the seller has an identifier, a legal registration or a VAT id", "/seller")


def _buyer(buyer: Party, peppol: bool) -> Iterator[Fault]:
    needed = "PEPPOL-EN16931-R010" if peppol else ""
    yield from _party(buyer, "/buyer", name="BR-07", country="BR-11", endpoint=needed, scheme="BR-63")


def _payee(payee: Party, seller: Party) -> Iterator[Fault]:
    name = payee.name or payee.legal_name
    theirs = {seller.name, seller.legal_name}
    ids = {each.value for each in seller.identifiers}
    same = name in theirs or any(each.value in ids for each in payee.identifiers[:1])
    if not name.strip() or same:
        yield Fault("BR-17", "a payee has a name, and is somebody else than the seller", "/payee/name")


def _representative(representative: Party) -> Iterator[Fault]:
    path = "/tax_representative"
    yield from _party(representative, path, name="BR-18", country="BR-20", endpoint="", scheme="")
    if not representative.tax_id:
        yield Fault("BR-56", "a tax representative has a VAT id", f"{path}/tax_id")


def _party(party: Party, path: str, *, name: str, country: str, endpoint: str, scheme: str) -> Iterator[Fault]:
    """Each keyword is the id of the rule for it; "" where there is none."""
    if not (party.legal_name or party.name).strip():
        yield Fault(name, "the party has a name", f"{path}/name")
    if not party.address.country:
        yield Fault(country, "the address has a country", f"{path}/address/country")
    if endpoint and party.endpoint is None:
        yield Fault(endpoint, "the party has an electronic address", f"{path}/endpoint")
    if scheme and party.endpoint and not party.endpoint.scheme.strip():
        yield Fault(scheme, "the electronic address has a scheme", f"{path}/endpoint/scheme")
    if party.tax_id and not _has_country(party.tax_id):
        message = f"the VAT id {party.tax_id[:40]!a} does not begin with a country code"
        yield Fault("BR-CO-09", message, f"{path}/tax_id")


def _has_country(tax_id: str) -> bool:
    prefix = tax_id[:2]
    return prefix.isascii() and prefix.isalpha() and prefix.isupper()


def _delivery(invoice: InvoiceDocument) -> Iterator[Fault]:
    address = invoice.delivery.address if invoice.delivery else None
    if address and not address.country and address != Address():
        yield Fault("BR-57", "the address of the delivery has a country", "/delivery/address/country")
