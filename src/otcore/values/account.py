"""Bank accounts as documents write them, and the check digits of those that are IBANs."""

import re
from string import ascii_uppercase

from otcore.values.iban import has_form

_NUMBERS = {ord(letter): str(number) for number, letter in enumerate(ascii_uppercase, start=10)}
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")


def compact_account(text: str) -> str:
    """An account number without blanks, in capitals: how two of them are compared."""
    return "".join(text.split()).upper()


def looks_like_iban(compact: str) -> bool:
    """Whether a compact account has the form of an IBAN (ISO 13616)."""
    return _IBAN.fullmatch(compact) is not None


def has_iban_checks(compact: str) -> bool:
    """Whether the check digits of an IBAN fit: remainder 1 with its first four signs moved to the end (ISO 13616)."""
    return mod_97(compact[4:] + compact[:4]) == 1


def iban_fault(compact: str) -> str:
    """What is wrong with a compact account that looks like an IBAN: `IBAN_FORMAT`, `IBAN_CHECK_DIGITS`; else nothing.

    `IBAN_FORMAT`: not the length and the signs that its country has in the registry of ISO 13616-2.
    """
    if not looks_like_iban(compact):
        return ""
    if not has_form(compact):
        return "IBAN_FORMAT"
    return "" if has_iban_checks(compact) else "IBAN_CHECK_DIGITS"


def mod_97(text: str) -> int:
    """Capitals and digits as a number, A = 10 to Z = 35, modulo 97 (ISO 7064 MOD 97-10)."""
    return int(text.translate(_NUMBERS)) % 97
