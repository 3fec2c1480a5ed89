"""What one instalment is agreed to be: how much of the debt, and when."""

from decimal import Decimal
from typing import final

from attrs import frozen

from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms.due_rule import DueRule

_WHOLE = 100


@final
@frozen
class InstalmentTerms:
    """`percent` of the total (`of_balance`: of what the instalments before it leave), or a fixed `amount`, or, when
    neither is said, all that is left. `round_to`: a percentage is rounded to a multiple of this, in major units.

    Raises `Invalid` TERMS_SHARE for contradictions and for shares that are not above zero or above 100 percent.
    """

    due: DueRule = DueRule()
    percent: Percentage | None = None
    of_balance: bool = False
    amount: Money | None = None
    round_to: Decimal | None = None

    def __attrs_post_init__(self) -> None:
        reason = _contradiction(self)
        if reason:
            raise Invalid.one("TERMS_SHARE", reason)

    @property
    def takes_the_rest(self) -> bool:
        """Whether nothing is left after it."""
        return self.percent is None and self.amount is None


def _contradiction(terms: InstalmentTerms) -> str:
    percent, amount = terms.percent, terms.amount
    if percent is not None and amount is not None:
        return "an instalment is a percentage or an amount, not both"
    if percent is None and (terms.of_balance or terms.round_to is not None):
        return "only a percentage is of the balance, or rounded"
    if percent is not None and not 0 < percent.value <= _WHOLE:
        return f"an instalment is above 0 and at most {_WHOLE} percent"
    if amount is not None and amount.minor <= 0:
        return "a fixed instalment is above zero"
    if terms.round_to is not None and not (terms.round_to.is_finite() and terms.round_to > 0):
        return "an instalment is rounded to a multiple of something above zero"
    return ""
