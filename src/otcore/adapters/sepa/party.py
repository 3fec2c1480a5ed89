"""Who sends a file to the bank, and text in the signs that every bank takes."""

import re

from attrs import frozen

from otcore.invoicing.seller import Seller
from otcore.payments.direct_debit.scheme import iban
from otcore.values.faults import Invalid
from otcore.values.money import Money

_FOREIGN = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]")
"""Signs outside the set that all banks support (EPC217-08)."""


@frozen
class Party:
    """The house's own name and account."""

    name: str
    iban: str
    bic: str = ""


def party_of(seller: Seller) -> Party:
    """The party that a house's seller is. Raises `Invalid` IBAN_FORMAT, IBAN_CHECK_DIGITS."""
    return Party(seller.account_name or seller.party.name, iban(seller.iban), seller.bic)


def plain(text: str) -> str:
    """Text in the signs that all banks support; others are dots (rulebooks, 2.2). It is not empty."""
    return _FOREIGN.sub(".", text).strip() or "."


def cents(amount: Money) -> int:
    """Whole cents. Raises `Invalid` NOT_IN_EURO, AMOUNT_TOO_LARGE beyond 999,999,999.99 (EPC130-08)."""
    if amount.currency != "EUR":
        raise Invalid.one("NOT_IN_EURO", f"SEPA moves euros, not {amount.currency}", currency=amount.currency)
    if not 0 < amount.minor < 10**11:
        raise Invalid.one("AMOUNT_TOO_LARGE", f"SEPA moves up to 999999999.99, not {amount}", amount=amount)
    return amount.minor
