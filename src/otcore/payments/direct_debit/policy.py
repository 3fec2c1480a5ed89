"""How a house collects: under which creditor identifier, and how long before."""

import re

from attrs import field, frozen

from otcore.values.account import mod_97
from otcore.values.faults import Invalid

_CREDITOR = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}")


def creditor(text: str) -> str:
    """A SEPA creditor identifier (AT-02): country, check digits over country and number (ISO 7064), business code.

    Raises `Invalid` CREDITOR_ID.
    """
    compact = "".join(text.split()).upper()
    if not _CREDITOR.fullmatch(compact) or mod_97(compact[7:] + compact[:4]) != 1:
        raise Invalid.one("CREDITOR_ID", f"{compact[:40]!a} is no creditor identifier", "/creditor")
    return compact


@frozen(kw_only=True)
class DirectDebit:
    """The creditor identifier, and days. `notice`: so long before a collection its debtor is told (the rulebooks say
    14, or as agreed); `lead`: so many working days before it is due the bank has the file. `automatic`: `tick` plans
    collections of what falls due, for customers with one active mandate.
    """

    creditor: str = field(converter=creditor)
    notice: int = 14
    lead: int = 2
    automatic: bool = False
