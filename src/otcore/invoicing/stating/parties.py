"""The parties of an invoice, each with what EN 16931 has room for."""

from attrs import evolve

from otcore.invoicing.document import DeliveryInformation, InvoiceDocument
from otcore.values.party import Address, Contact, Party

_BLANK = Address()


def stated_seller(seller: Party) -> Party:
    """The seller (BG-4): each of name and registered name stands in for the other."""
    name, legal = seller.name or seller.legal_name, seller.legal_name or seller.name
    return evolve(seller, name=name, legal_name=legal, contact=_contact(seller.contact))


def stated_buyer(buyer: Party) -> Party:
    """The buyer (BG-7): one identifier, and nothing of its law or its tax office."""
    kept = evolve(buyer, identifiers=buyer.identifiers[:1], tax_registration="", legal_information="")
    return stated_seller(kept)


def stated_payee(payee: Party | None) -> Party | None:
    """Who is paid (BG-10): a name, an identifier and a legal registration."""
    if payee is None:
        return None
    return Party(payee.name or payee.legal_name, identifiers=payee.identifiers[:1], company_id=payee.company_id)


def stated_representative(representative: Party | None) -> Party | None:
    """The seller's tax representative (BG-11): a name, a VAT id and an address."""
    if representative is None:
        return None
    name = representative.name or representative.legal_name
    return Party(name, tax_id=representative.tax_id, address=representative.address)


def stated_delivery(document: InvoiceDocument) -> DeliveryInformation | None:
    """Where and when the goods went (BG-13); None when that says nothing."""
    delivery = document.delivery
    if delivery is None:
        return None
    kept = evolve(delivery, address=None if delivery.address == _BLANK else delivery.address)
    return None if kept == DeliveryInformation() else kept


def _contact(contact: Contact | None) -> Contact | None:
    return None if contact == Contact() else contact
