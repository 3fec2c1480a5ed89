"""Who sells, who buys, where it went, who is paid: names, addresses and numbers as people look for them."""

from collections.abc import Iterator

from otcore.formats.invoices.form import Fact, PartyBlock, facts
from otcore.formats.invoices.language import Language
from otcore.invoicing.document import DeliveryInformation, InvoiceDocument
from otcore.values.party import Address, Identifier, Party

SCHEMES = {
    "0002": "SIREN",
    "0007": "Organisationsnummer",
    "0009": "SIRET",
    "0037": "OVT",
    "0060": "DUNS",
    "0088": "GLN",
    "0106": "KvK",
    "0151": "ABN",
    "0160": "GTIN",
    "0184": "CVR",
    "0190": "OIN",
    "0192": "Organisasjonsnummer",
    "0196": "Kennitala",
    "0201": "IPA",
    "0204": "Leitweg-ID",
    "0208": "KBO / BCE",
    "0210": "Codice fiscale",
    "0211": "Partita IVA",
}
"""Proper names of identifier schemes (ISO 6523), the same in every language."""

_ZONE_LAST = frozenset({"AU", "CA", "GB", "IE", "IN", "NZ", "US"})
"""Countries where the postal code follows the city."""


def party_block(key: str, party: Party, language: Language) -> PartyBlock:
    """A party under the label that `key` names. Its legal name comes first, the name it trades under after."""
    names = dict.fromkeys(name for name in (party.legal_name, party.name) if name.strip())
    return PartyBlock(
        language.say("parties", key), tuple(names), _address(party.address, language), _facts(party, language)
    )


def further_parties(document: InvoiceDocument, language: Language) -> Iterator[PartyBlock]:
    """Where it was delivered to, who is paid instead of the seller, who pays the tax for the seller."""
    if document.delivery is not None:
        yield from _delivery(document.delivery, language)
    if document.payee is not None:
        yield party_block("payee", document.payee, language)
    if document.tax_representative is not None:
        yield party_block("tax_representative", document.tax_representative, language)


def identifier_fact(label: str, identifier: Identifier) -> Fact:
    """An identifier under the name of its scheme, or under the label where the scheme has no name."""
    scheme = identifier.scheme
    if scheme in SCHEMES:
        return Fact(SCHEMES[scheme], identifier.value)
    return Fact(label, f"{identifier.value} ({scheme})" if scheme.strip() else identifier.value)


def _delivery(delivery: DeliveryInformation, language: Language) -> Iterator[PartyBlock]:
    names = (delivery.party_name,) if delivery.party_name.strip() else ()
    address = _address(delivery.address, language) if delivery.address else ()
    place = delivery.location
    known = (identifier_fact(language.say("parties", "identifier"), place),) if place else ()
    if names or address or known:
        yield PartyBlock(language.say("parties", "delivery"), names, address, known)


def _address(address: Address, language: Language) -> tuple[str, ...]:
    country = language.country(address.country) if address.country else ""
    lines = (address.street, address.additional_street, address.line, *_city(address), country)
    return tuple([line for line in lines if line.strip()])


def _city(address: Address) -> tuple[str, ...]:
    if address.country in _ZONE_LAST:
        return (" ".join(filter(None, (address.city, address.subdivision, address.postal_zone))),)
    return (" ".join(filter(None, (address.postal_zone, address.city))), address.subdivision)


def _facts(party: Party, language: Language) -> tuple[Fact, ...]:
    identifier, company = language.say("parties", "identifier"), language.say("parties", "company")
    numbered = [identifier_fact(company, party.company_id)] if party.company_id else []
    numbered += [identifier_fact(identifier, each) for each in party.identifiers]
    asked = party.contact
    return (
        *facts(
            (language.say("parties", "tax_id"), party.tax_id),
            (language.say("parties", "tax_registration"), party.tax_registration),
        ),
        *dict.fromkeys(numbered),
        *facts(
            (language.say("parties", "contact"), asked.name if asked else ""),
            (language.say("parties", "telephone"), asked.telephone if asked else ""),
            (language.say("parties", "email"), asked.email if asked else ""),
        ),
    )
