"""Billing by steps of an order: percentages, amounts, and the rest; the last step takes the remainder."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve as changed
from attrs import field, frozen

from otcore.invoicing.calculation import calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.parts.share import ALL, NOTHING, payable_unit, share
from otcore.values.decimals import decimal_of
from otcore.values.faults import Invalid
from otcore.values.money import Money, total


def _percent(value: str | int | Decimal | None) -> Decimal | None:
    return None if value is None else decimal_of(value, what="percentage")


@frozen(kw_only=True)
class BillingStep:
    """A down payment or a milestone: a percentage or an amount of an order, tax included; neither: the rest of it.

    Raises `Invalid` BILLING_STEP for both of them, or nothing of either.
    """

    percent: Decimal | None = field(default=None, converter=_percent)
    amount: Money | None = None
    name: str = ""

    def __attrs_post_init__(self) -> None:
        amount = None if self.amount is None else self.amount.minor
        stated = [each for each in (self.percent, amount) if each is not None]
        if len(stated) > 1 or any(each <= 0 for each in stated):
            raise Invalid.one("BILLING_STEP", "give a percentage or an amount above zero, or neither for the rest")

    @property
    def is_rest(self) -> bool:
        """Whether it takes what is left."""
        return self.percent is None and self.amount is None


def marks(whole: InvoiceInput, steps: Sequence[BillingStep]) -> tuple[Money, ...]:
    """What is billed of an order after each step, tax included, by cumulative percentages.

    These are rounded as the order's payable amount is. Steps may end before the whole of it, as down payments do.
    Raises `Invalid` BILLING_STEPS_REST for a rest that is not the last step, BILLING_STEPS_EXCEED for more than the
    order, CURRENCY_MISMATCH.
    """
    if any(step.is_rest for step in steps[:-1]):
        raise Invalid.one("BILLING_STEPS_REST", "only the last step takes the rest")
    ordered, unit = payable_of(whole), payable_unit(whole.currency, whole.profile)
    reached = [_mark(ordered, steps[: count + 1], unit) for count in range(len(steps))]
    if any(mark > ordered for mark in reached):
        raise Invalid.one("BILLING_STEPS_EXCEED", "the steps come to more than the order", ordered=str(ordered))
    return tuple(reached)


def payable_of(whole: InvoiceInput) -> Money:
    """What an order comes to: nothing paid before, collected for others or rounded by hand counts."""
    return calculate(plain_order(whole)).payable


def plain_order(whole: InvoiceInput) -> InvoiceInput:
    """An order without what is stated of it as paid before, collected for others or rounded by hand."""
    return changed(whole, prepaid=None, rounding=None, advances=(), third_party=())


def _mark(ordered: Money, steps: Sequence[BillingStep], unit: int) -> Money:
    if steps[-1].is_rest:
        return ordered
    percent = sum([Fraction(step.percent) for step in steps if step.percent is not None], NOTHING) / 100
    mark = Money.from_minor(ordered.minor if percent == ALL else share(ordered.minor, percent, unit), ordered.currency)
    return mark + total([step.amount for step in steps if step.amount is not None], ordered.currency)
