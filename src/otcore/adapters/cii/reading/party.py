"""The parties of a CII document, each with what EN 16931 has of it; what else is said stays unread."""

from collections.abc import Callable
from typing import Any

from otcore.adapters.cii.names import TAX_NUMBER, VAT_ID
from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.xml.records import each
from otcore.values.party import Address, Contact, Identifier, Party

_ENTITY = "ram:SpecifiedLegalOrganization"


def read_seller(cursor: CiiCursor) -> Party:
    """The seller (BG-4): any number of identifiers, those of no scheme first."""
    return cursor.record(
        _trader,
        **_shared(cursor),
        identifiers=lambda: _identifiers(cursor),
        tax_registration=lambda: _registered(cursor, TAX_NUMBER),
        legal_information=lambda: cursor.prose("ram:Description"),
    )


def read_buyer(cursor: CiiCursor) -> Party:
    """The buyer (BG-7)."""
    return cursor.record(_trader, **_shared(cursor), identifiers=lambda: _first(cursor))


def read_payee(cursor: CiiCursor | None) -> Party | None:
    """Who is paid when it is not the seller (BG-10)."""
    if cursor is None:
        return None
    return cursor.record(
        Party,
        name=lambda: cursor.words("ram:Name"),
        identifiers=lambda: _first(cursor),
        company_id=lambda: cursor.identifier(f"{_ENTITY}/ram:ID"),
    )


def read_representative(cursor: CiiCursor | None) -> Party | None:
    """The seller's tax representative (BG-11)."""
    if cursor is None:
        return None
    return cursor.record(
        Party,
        name=lambda: cursor.words("ram:Name"),
        tax_id=lambda: _registered(cursor, VAT_ID),
        address=lambda: read_address(cursor) or Address(),
    )


def first_identifier(cursor: CiiCursor) -> Identifier | None:
    """The one of no scheme, else the first with one; the others stay unread."""
    return cursor.identifier("ram:ID") or cursor.identifier("ram:GlobalID")


def read_address(cursor: CiiCursor) -> Address | None:
    """The postal address, None when there is none."""
    found = cursor.child("ram:PostalTradeAddress")
    if found is None:
        return None
    read = found.record(
        Address,
        street=lambda: found.words("ram:LineOne"),
        additional_street=lambda: found.words("ram:LineTwo"),
        city=lambda: found.words("ram:CityName"),
        postal_zone=lambda: found.words("ram:PostcodeCode"),
        subdivision=lambda: found.words("ram:CountrySubDivisionName"),
        line=lambda: found.words("ram:LineThree"),
        country=lambda: found.words("ram:CountryID"),
    )
    return None if read == Address() else read


def _shared(cursor: CiiCursor) -> dict[str, Callable[[], object]]:
    """What both who trade say: `ram:Name` is the registered name, the trading name stands at the registration."""
    return {
        "name": lambda: cursor.words(f"{_ENTITY}/ram:TradingBusinessName"),
        "legal_name": lambda: cursor.words("ram:Name"),
        "endpoint": lambda: cursor.identifier("ram:URIUniversalCommunication/ram:URIID"),
        "tax_id": lambda: _registered(cursor, VAT_ID),
        "company_id": lambda: cursor.identifier(f"{_ENTITY}/ram:ID"),
        "address": lambda: read_address(cursor) or Address(),
        "contact": lambda: _contact(cursor.child("ram:DefinedTradeContact")),
    }


def _identifiers(cursor: CiiCursor) -> tuple[Identifier, ...]:
    found = each((*cursor.children("ram:ID"), *cursor.children("ram:GlobalID")), lambda one: one.identifier(""))
    return tuple(filter(None, found))


def _first(cursor: CiiCursor) -> tuple[Identifier, ...]:
    found = first_identifier(cursor)
    return () if found is None else (found,)


def _contact(cursor: CiiCursor | None) -> Contact | None:
    """Whom to ask (BG-6, BG-9): the person, or the department where no person is named; None where nobody is."""
    if cursor is None:
        return None
    read = cursor.record(
        Contact,
        name=lambda: cursor.words("ram:PersonName") or cursor.words("ram:DepartmentName"),
        telephone=lambda: cursor.words("ram:TelephoneUniversalCommunication/ram:CompleteNumber"),
        email=lambda: cursor.words("ram:EmailURIUniversalCommunication/ram:URIID"),
    )
    return None if read == Contact() else read


def _registered(cursor: CiiCursor, scheme: str) -> str:
    """The first number that is registered under a scheme; the others stay unread."""
    numbers = cursor.children("ram:SpecifiedTaxRegistration/ram:ID")
    found = next((number for number in numbers if number.element.get("schemeID") == scheme), None)
    if found is None:
        return ""
    found.attribute("schemeID")
    return found.words("")


def _trader(*, name: str, legal_name: str, **others: Any) -> Party:
    return Party(name=name or legal_name, legal_name=legal_name, **others)
