"""A payment as matching sees it: how much, from whom, and every word that came with it."""

from datetime import date

from attrs import frozen

from otcore.values.money import Money


@frozen
class Payment:
    """Money in; negative: money that the bank took back.

    `reference` is a structured reference, `text` the remittance as it came, `end_to_end` the payer's own reference.
    `original`: what the payer ordered in another currency, where the bank says so. `taken_off`: items that a person
    took it off; no rule posts it there again. `on_account`: it was left there on purpose, and pays only what it names.
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
    taken_off: tuple[str, ...] = ()
    on_account: bool = False
