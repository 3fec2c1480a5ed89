"""The structured creditor reference that a payer repeats on the payment: ISO 11649, "RF" and two check digits."""

import re

from otcore.values.account import mod_97
from otcore.values.faults import Invalid

_LONGEST_BODY = 21
_NOT_BODY = re.compile("[^A-Z0-9]")
_REFERENCE = re.compile(rf"RF([0-9]{{2}})([A-Z0-9]{{1,{_LONGEST_BODY}}})")


def creditor_reference(text: str) -> str:
    """The reference for an invoice number: "INV-2026-0001" gives "RF..INV20260001".

    The body is the text in upper case, of which only A-Z and 0-9 are kept; the check digits follow ISO 7064 MOD 97-10.
    Raises `Invalid` CREDITOR_REFERENCE_BODY when nothing or more than 21 characters are left: a body cut short could be
    that of another invoice.
    """
    body = _NOT_BODY.sub("", text.upper())
    if not 0 < len(body) <= _LONGEST_BODY:
        message = f"{text[:40]!a} leaves {len(body)} letters and digits, not 1 to {_LONGEST_BODY}"
        raise Invalid.one("CREDITOR_REFERENCE_BODY", message, text=text[:40])
    return f"RF{98 - mod_97(body + 'RF00'):02}{body}"


def is_creditor_reference(text: str) -> bool:
    """Whether the text is a creditor reference with the right check digits; blanks and lower case are allowed."""
    match = _REFERENCE.fullmatch("".join(text.split()).upper())
    if match is None:
        return False
    check, body = match.groups()
    # 00, 01 and 99 leave the same remainder as 97, 98 and 02, but are never given out (ISO 7064).
    return "02" <= check <= "98" and mod_97(f"{body}RF{check}") == 1
