"""Who trades: buyers, sellers, payers, with their identifiers and addresses (EN 16931 BG-4, BG-5, BG-7, BG-8)."""

import re
from typing import final

from attrs import field, frozen

from otcore.values.faults import Invalid
from otcore.values.ids import identifier, text

# ISO 3166-1 alpha-2, and 1A (Kosovo) which EN 16931 admits.
_COUNTRY = re.compile(r"[A-Z]{2}|1A|")


def _address_text(value: str) -> str:
    return text(value, "address")


def _contact_text(value: str) -> str:
    return text(value, "contact")


def _party_text(value: str) -> str:
    return text(value, "party")


def _legal_text(value: str) -> str:
    return text(value, "legal information", 1_000)


def _scheme(value: str) -> str:
    return text(value, "scheme", 40)


def _country(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        shown = ascii(value[:40])
        raise Invalid.one("COUNTRY_FORMAT", f"{shown} is not an ISO 3166-1 alpha-2 code", country=shown)
    return value


@final
@frozen
class Identifier:
    """An id within a scheme: ("7300010000001", "0088") is a GLN (scheme by ISO 6523, or the electronic address
    list).
    """

    value: str = field(converter=identifier)
    scheme: str = field(default="", converter=_scheme)


@final
@frozen
class Address:
    """A postal address; `line` is a third address line, `country` an ISO 3166-1 alpha-2 code.

    Raises `Invalid` COUNTRY_FORMAT and the codes of `text`.
    """

    street: str = field(default="", converter=_address_text)
    additional_street: str = field(default="", converter=_address_text)
    city: str = field(default="", converter=_address_text)
    postal_zone: str = field(default="", converter=_address_text)
    subdivision: str = field(default="", converter=_address_text)
    line: str = field(default="", converter=_address_text)
    country: str = field(default="", converter=_country)


@final
@frozen
class Contact:
    """Whom to ask."""

    name: str = field(default="", converter=_contact_text)
    telephone: str = field(default="", converter=_contact_text)
    email: str = field(default="", converter=_contact_text)


@final
@frozen
class Party:
    """A trading party.

    `endpoint` is its electronic address, `tax_id` its VAT id with the country prefix, `company_id` its legal
    registration, `tax_registration` its number at the tax office where it has no VAT id (BT-32), `legal_information`
    what its law asks of its letters (BT-33).
    """

    name: str = field(converter=_party_text)
    legal_name: str = field(default="", converter=_party_text)
    endpoint: Identifier | None = None
    identifiers: tuple[Identifier, ...] = ()
    tax_id: str = field(default="", converter=_party_text)
    company_id: Identifier | None = None
    address: Address = Address()
    contact: Contact | None = None
    tax_registration: str = field(default="", converter=_party_text)
    legal_information: str = field(default="", converter=_legal_text)
