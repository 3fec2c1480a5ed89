"""A payment as matching sees it: how much, from whom, and every word that came with it."""

from datetime import date

from attrs import frozen

from otcore.values.money import Money


@frozen
class Payment:
    """Money in; negative: money that the bank took back.

    `reference` is a structured reference, `text` the remittance as it came, `end_to_end` the payer's own reference.
    `original`: what the payer ordered in another currency, where the bank says so.
    """

    id: str
    amount: Money
    day: date
    payer_name: str = ""
    payer_account: str = ""
    reference: str = ""
    text: tuple[str, ...] = ()
    end_to_end: str = ""
    original: Money | None = None
