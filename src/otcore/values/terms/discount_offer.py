"""What is taken off when a debt is paid early, with its last day and its amount."""

from datetime import date
from typing import final

from attrs import frozen

from otcore.values.money import Money
from otcore.values.percentage import Percentage


@final
@frozen
class DiscountOffer:
    """Who pays by `until`, that day included, may take `amount` off: `percent` of `base`, rounded.

    `base` is the payable amount, or the amount without tax where the discount is on net; `base` and `amount` are
    negative on a credit note.
    """

    until: date
    percent: Percentage
    base: Money
    amount: Money
