"""What falls due when, and what is off for early payment: figures from terms."""

from datetime import date
from decimal import Decimal

from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.rounding import Rounding, round_ratio
from otcore.values.terms.discount_offer import DiscountOffer
from otcore.values.terms.due_rule import BaseDays
from otcore.values.terms.instalment import Instalment
from otcore.values.terms.instalment_terms import InstalmentTerms
from otcore.values.terms.payment_terms import PaymentTerms
from otcore.values.terms.rolling import rolled

_HUNDRED = 100


def schedule(
    terms: PaymentTerms, total: Money, base: BaseDays | date, calendar: WorkCalendar = MONDAY_TO_FRIDAY
) -> tuple[Instalment, ...]:
    """The instalments of a debt, in the order of the terms; those of nothing are left out, but one is always there.

    Laws: they sum to the total, none is beyond it, and schedule(-total) is -schedule(total). Every percentage is
    rounded on its own, nothing takes more than is left, and the last takes what is left.
    Raises `Invalid` CURRENCY_MISMATCH for a fixed amount in another currency, DATE_RANGE.
    """
    days = terms.due_days(_base(base), calendar)
    amounts = _amounts(terms, total)
    found = tuple([Instalment(day, amount) for day, amount in zip(days, amounts, strict=True) if amount])
    return found or (Instalment(min(days), total),)


def discounts(
    terms: PaymentTerms,
    total: Money,
    base: BaseDays | date,
    calendar: WorkCalendar = MONDAY_TO_FRIDAY,
    net: Money | None = None,
) -> tuple[DiscountOffer, ...]:
    """What is off for early payment, in the order of the terms; `net`: the amount without tax, for discounts on it.

    Nothing is off a debt of nothing. Raises `Invalid` DATE_RANGE.
    """
    offers = []
    for each in terms.discounts if total else ():
        of = net if each.on_net and net is not None else total
        until = rolled(each.due.day(_base(base), calendar), terms.rolling, calendar)
        off = _part(of.minor, each.percent, None, of.currency, terms.rounding)
        offers.append(DiscountOffer(until, each.percent, of, Money.from_minor(off, of.currency)))
    return tuple(offers)


def _base(base: BaseDays | date) -> BaseDays:
    return base if isinstance(base, BaseDays) else BaseDays(base)


def _amounts(terms: PaymentTerms, total: Money) -> list[Money]:
    *before, _ = terms.parts
    left, amounts = total, []
    for part in before:
        amount = min(_wanted(part, total, left, terms.rounding), left, key=abs)  # both on the side of the total
        amounts.append(amount)
        left -= amount
    return [*amounts, left]


def _wanted(part: InstalmentTerms, total: Money, left: Money, rounding: Rounding) -> Money:
    if part.amount is not None:
        return part.amount if total.minor >= 0 else -part.amount
    assert part.percent is not None  # only the last takes what is left
    of = left if part.of_balance else total
    return Money.from_minor(_part(of.minor, part.percent, part.round_to, of.currency, rounding), of.currency)


def _part(minor: int, percent: Percentage, round_to: Decimal | None, currency: str, rounding: Rounding) -> int:
    """That percentage in minor units, rounded once from the exact quotient; to a multiple of `round_to` first."""
    share, whole = percent.value.as_integer_ratio()
    if round_to is None:
        return round_ratio(minor * share, whole * _HUNDRED, rounding)
    one = Money(1, currency).minor
    unit, units = round_to.as_integer_ratio()
    multiple = round_ratio(minor * share * units, whole * _HUNDRED * unit * one, rounding)
    return round_ratio(multiple * unit * one, units, rounding)
