"""A dispute: what a buyer says that it does not owe, kept beside the open item until it is settled."""

from datetime import date

from attrs import frozen

from otcore.values.money import Money


@frozen(kw_only=True)
class Dispute:
    """How much of an item is in dispute, since when, and why; `id` is the host's."""

    id: str
    reason: str
    amount: Money
    day: date
