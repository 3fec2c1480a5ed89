"""A relation between a payment and items: its kind, and the allocations that follow from it."""

from enum import StrEnum

from attrs import frozen

from otcore.payments.allocation import Allocation
from otcore.reconciliation.sums import FULL, Density
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


class Relation(StrEnum):
    """How the amount of a payment and what is open of its items relate. The codes are public."""

    EXACT = "exact"
    FX = "fx"  # exact, by the amount that the payer ordered in the items' currency
    DISCOUNT = "discount"
    WITHHOLDING = "withholding"
    ROUNDING = "rounding"
    FEE = "fee"
    SHORT = "short"
    OVER = "over"


@fast_init
@frozen
class Related:
    """A relation that holds. Law: the cash of the allocations and `on_account` sum to the payment.

    `allowed`: the policy lets it be posted without a person. `detail`: what was found, in a few words ("2 %").
    `density`: of the differences that there could have been, how many this kind of relation would explain.
    """

    relation: Relation
    allocations: tuple[Allocation, ...]
    on_account: Money
    allowed: bool
    detail: str = ""
    density: Density = FULL
