"""What paying early is agreed to earn."""

from typing import final

from attrs import frozen

from otcore.values.faults import Invalid
from otcore.values.percentage import Percentage
from otcore.values.terms.due_rule import DueRule

_WHOLE = 100


@final
@frozen
class DiscountTerms:
    """`percent` off for who pays until the day of the rule: of the payable amount; `on_net`: of the amount without tax.

    Raises `Invalid` TERMS_DISCOUNT for what is not above 0 and at most 100 percent.
    """

    percent: Percentage
    due: DueRule = DueRule()
    on_net: bool = False

    def __attrs_post_init__(self) -> None:
        if not 0 < self.percent.value <= _WHOLE:
            message = f"a discount is above 0 and at most {_WHOLE} percent"
            raise Invalid.one("TERMS_DISCOUNT", message, "/percent", percent=self.percent.value)
