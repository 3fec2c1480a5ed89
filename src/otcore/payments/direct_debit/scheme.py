"""The words of the SEPA direct debit rulebooks (EPC016 Core, EPC222 B2B)."""

from enum import StrEnum

from otcore.values.account import compact_account, iban_fault, looks_like_iban
from otcore.values.faults import Invalid


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
