"""Whether a transaction is a return, and why: business codes, reasons as numbers, reasons in words."""

import re

# Business codes (GVC) of the German banks: returned items and transfers of the old kind (009, 059), returned SEPA
# direct debits (108 B2B, 109 Core) and credit transfers (159).
_CODES = frozenset({"009", "059", "108", "109", "159"})
_RETURNED_ITEM = "RTI"  # SWIFT, transaction type identification code
# Text key supplements (?34) of which examples with the reason in words are public; the others stay as they are.
_NUMBERS = {"901": "AC01", "903": "AC06", "912": "MD06", "914": "MS03"}
_REASON = re.compile(
    r"\b(A[CGM][0-9]{2}|BE[0-9]{2}|CNOR|DNOR|DUPL|FF05|FOCR|MD0[0-9]|MS0[0-9]|RC01|RR0[0-9]|SL01|TM01)\b"
)


def is_return(code: str, business: str) -> bool:
    """By the SWIFT code (NRTI) or the business code."""
    return business in _CODES or code[1:] == _RETURNED_ITEM


def reason_of(stated: str, text: str) -> str:
    """The ISO 20022 reason: as stated, for the number that stands for it, or as it stands in the text; else what was
    stated, which may be nothing.
    """
    if stated in _NUMBERS:
        return _NUMBERS[stated]
    found = _REASON.search(stated) or _REASON.search(text)
    return found[1] if found else stated
