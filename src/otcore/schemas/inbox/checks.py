"""What a fact of a record must be. Each check gives the fact back, or raises `Invalid`."""

import re
from collections.abc import Callable
from typing import Any

from otcore.values.account import compact_account, iban_fault, looks_like_iban
from otcore.values.decimals import decimal_of
from otcore.values.faults import Fault, Invalid
from otcore.values.ids import text
from otcore.values.party import Address, Identifier

_TAX_ID = re.compile(r"[A-Z]{2}.+|")
_GTIN = re.compile(r"[0-9]{8}|[0-9]{12,14}|")
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?|")


def faults_of(path: str, check: Callable[..., Any], *facts: Any) -> tuple[Fault, ...]:
    """What a check finds, at a path; nothing when it is content."""
    try:
        check(*facts)
    except Invalid as error:
        return error.at(path).faults
    return ()


def name(value: str) -> str:
    """A name, which cannot be blank. NAME_EMPTY and the codes of `text`."""
    if not value.strip():
        raise Invalid.one("NAME_EMPTY", "a name cannot be blank")
    return text(value, "name")


def tax_id(value: str) -> str:
    """A VAT id begins with its country (EN 16931 BR-CO-09). TAX_ID_FORMAT."""
    if not _TAX_ID.fullmatch(value):
        raise Invalid.one("TAX_ID_FORMAT", f"{value[:40]!a} does not begin with a country code like DE")
    return text(value, "tax id")


def country(value: str) -> str:
    """Every invoice states the countries of both parties (EN 16931 BR-9, BR-11). COUNTRY_FORMAT."""
    if not value:
        raise Invalid.one("COUNTRY_FORMAT", "a country is an ISO 3166-1 alpha-2 code like DE")
    return Address(country=value).country


def optional_country(value: str) -> str:
    """A country, or nothing. COUNTRY_FORMAT."""
    return Address(country=value).country if value else ""


def identifier_of(value: str) -> Identifier:
    """`scheme:value`, or a value without scheme. ID_FORMAT and the codes of `text`."""
    scheme, colon, rest = value.partition(":")
    return Identifier(rest, scheme) if colon else Identifier(value)


def optional_identifier(value: str) -> str:
    """An identifier as it is written, or nothing."""
    if value:
        identifier_of(value)
    return value


def endpoint(value: str) -> str:
    """An electronic address as it is written, or nothing; it has a scheme (EN 16931 BR-62, BR-63). ENDPOINT_FORMAT."""
    if value and not identifier_of(value).scheme:
        raise Invalid.one("ENDPOINT_FORMAT", f"{value[:40]!a} is not a scheme and a value like 0088:7300010000001")
    return value


def account(value: str) -> str:
    """A bank account as it is written. IBAN_FORMAT, IBAN_CHECK_DIGITS when what looks like an IBAN is none."""
    code = iban_fault(compact_account(value))
    if code == "IBAN_FORMAT":
        raise Invalid.one(code, f"{value[:40]!a} has not the form of an IBAN of its country (ISO 13616)")
    if code:
        raise Invalid.one(code, f"{value[:40]!a} is mistyped: its check digits do not fit")
    return value


def iban(value: str) -> str:
    """An IBAN without blanks, or nothing. IBAN_FORMAT, IBAN_CHECK_DIGITS."""
    compact = compact_account(value)
    if compact and not looks_like_iban(compact):
        raise Invalid.one("IBAN_FORMAT", f"{value[:40]!a} is not an IBAN (ISO 13616)")
    return account(compact)


def bic(value: str) -> str:
    """The code of a bank, or nothing. BIC_FORMAT."""
    if not _BIC.fullmatch(value):
        raise Invalid.one("BIC_FORMAT", f"{value[:40]!a} is not a BIC (ISO 9362)")
    return value


def gtin(value: str) -> str:
    """A Global Trade Item Number of 8, 12, 13 or 14 digits, or nothing. GTIN_FORMAT, GTIN_CHECK_DIGIT."""
    if not _GTIN.fullmatch(value):
        raise Invalid.one("GTIN_FORMAT", f"{value[:40]!a} is not 8, 12, 13 or 14 digits")
    odd, even = (sum(map(int, value[start::-2])) for start in (-1, -2))
    if (odd + 3 * even) % 10:  # GS1 General Specifications, 7.9
        raise Invalid.one("GTIN_CHECK_DIGIT", f"{value} is mistyped: its check digit does not fit")
    return value


def not_negative(value: str) -> Any:
    """A number of zero or more. NUMBER_NEGATIVE and the codes of `decimal_of`."""
    number = decimal_of(value)
    if number < 0:
        raise Invalid.one("NUMBER_NEGATIVE", f"{number} is below zero")
    return number
