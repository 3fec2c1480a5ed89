"""The words of the SEPA direct debit rulebooks (EPC016 Core, EPC222 B2B)."""

import re
from enum import StrEnum

from otcore.values.account import compact_account, iban_fault, looks_like_iban
from otcore.values.faults import Invalid

_REFERENCE = re.compile(r"(?!/)(?!.*//)[A-Za-z0-9+?/\-:().,' ]{1,35}(?<!/)")
"""The signs that banks pass on in references (EPC217-08), without a slash at an end or two in a row."""


class Scheme(StrEnum):
    """Core is for everybody; B2B for businesses whose bank knows the mandate, and without refunds."""

    CORE = "CORE"
    B2B = "B2B"


class Sequence(StrEnum):
    """Which collection of a mandate it is (AT-21)."""

    FIRST = "FRST"
    RECURRENT = "RCUR"
    FINAL = "FNAL"
    ONE_OFF = "OOFF"


def iban(text: str) -> str:
    """An IBAN without blanks, in capitals. Raises `Invalid` IBAN_FORMAT, IBAN_CHECK_DIGITS."""
    compact = compact_account(text)
    code = iban_fault(compact) if looks_like_iban(compact) else "IBAN_FORMAT"
    if code:
        raise Invalid.one(code, "this is no IBAN (ISO 13616)", "/account")
    return compact


def passes(reference: str) -> bool:
    """Whether banks pass a reference on as it is: at most 35 signs of their set."""
    return _REFERENCE.fullmatch(reference) is not None and reference == reference.strip()
