"""Parties, addresses and contacts of a UBL document."""

from typing import Any

from otcore.adapters.ubl.reading import UblCursor
from otcore.adapters.ubl.tax import is_vat
from otcore.values.party import Address, Contact, Identifier, Party


def read_party(cursor: UblCursor) -> Party:
    """A cac:Party. Its tax id is that of the scheme VAT; its name is the registered one where it has no other."""
    return cursor.record(
        _party,
        name=lambda: cursor.words("cac:PartyName/cbc:Name"),
        legal_name=lambda: cursor.words("cac:PartyLegalEntity/cbc:RegistrationName"),
        endpoint=lambda: read_identifier(cursor, "cbc:EndpointID"),
        identifiers=lambda: read_identifiers(cursor),
        tax_id=lambda: read_tax_id(cursor),
        company_id=lambda: read_identifier(cursor, "cac:PartyLegalEntity/cbc:CompanyID"),
        address=lambda: read_address(cursor, "cac:PostalAddress") or Address(),
        contact=lambda: read_contact(cursor, "cac:Contact"),
    )


def read_identifier(cursor: UblCursor, path: str) -> Identifier | None:
    """The first such identifier with its scheme, None when there is none."""
    found = cursor.child(path)
    if found is None or not found.text():
        return None
    return found.record(Identifier, value=found.text, scheme=lambda: found.attribute("schemeID"))


def read_address(cursor: UblCursor, path: str) -> Address | None:
    """A postal address, None when there is none."""
    found = cursor.child(path)
    if found is None:
        return None
    return found.record(
        Address,
        street=lambda: found.words("cbc:StreetName"),
        additional_street=lambda: found.words("cbc:AdditionalStreetName"),
        city=lambda: found.words("cbc:CityName"),
        postal_zone=lambda: found.words("cbc:PostalZone"),
        subdivision=lambda: found.words("cbc:CountrySubentity"),
        line=lambda: found.words("cac:AddressLine/cbc:Line"),
        country=lambda: found.words("cac:Country/cbc:IdentificationCode"),
    )


def read_contact(cursor: UblCursor, path: str) -> Contact | None:
    """Whom to ask, None when nobody is named."""
    found = cursor.child(path)
    if found is None:
        return None
    return found.record(
        Contact,
        name=lambda: found.words("cbc:Name"),
        telephone=lambda: found.words("cbc:Telephone"),
        email=lambda: found.words("cbc:ElectronicMail"),
    )


def _party(*, name: str, legal_name: str, **others: Any) -> Party:
    return Party(name=name or legal_name, legal_name=legal_name, **others)


def read_identifiers(cursor: UblCursor) -> tuple[Identifier, ...]:
    """Every identifier of a party."""
    found = (read_identifier(each, "cbc:ID") for each in cursor.children("cac:PartyIdentification"))
    return tuple(each for each in found if each)


def read_tax_id(cursor: UblCursor) -> str:
    """The party's id of the scheme VAT; "" when it has none."""
    scheme = next((each for each in cursor.children("cac:PartyTaxScheme") if is_vat(each)), None)
    return scheme.words("cbc:CompanyID") if scheme else ""
