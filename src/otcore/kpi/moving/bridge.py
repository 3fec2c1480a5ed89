"""Why DSO changed between two days: terms, delinquency, disputes and unapplied cash, and whose."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from otcore.kpi.converting.net import without_tax
from otcore.kpi.dso import Rows, dso
from otcore.kpi.dso_spec import QUARTERLY_DSO, DsoSpec, ReceivablesBasis, TaxBasis
from otcore.kpi.facts import NO_FACTS, Facts
from otcore.kpi.measure import Measure, printed
from otcore.kpi.moving.standing import CAUSES, Owed, owed_by_cause
from otcore.values.money import Money
from otcore.values.rounding import Rounding


@frozen
class BridgeSpec:
    """The change of DSO between two days, split by cause: of each day, each part of the receivables in days of that
    day's sales, and of each part the difference.

    terms: what is not past due; delinquency: what is; disputes: what is in dispute, due or not; unapplied: what
    unapplied cash would close, taken off what is past due first. With `dso.less_unapplied` it is that cash, below zero.
    A change of sales is in all of them. dso: the conventions of the DSO that is explained. Printed with `places`
    decimals.
    """

    dso: DsoSpec = QUARTERLY_DSO
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


@frozen
class Causes:
    """Days by cause. Law: they sum to `total`."""

    terms: Fraction
    delinquency: Fraction
    disputes: Fraction
    unapplied: Fraction

    @property
    def total(self) -> Fraction:
        """All of them."""
        return self.terms + self.delinquency + self.disputes + self.unapplied


@frozen
class Culprit:
    """How many days one customer added to DSO, or took off it, and why."""

    customer: str
    change: Causes


@frozen
class Bridge:
    """The change of DSO. Law: before + change = after, exactly, and the customers' changes sum to it, cause by cause.

    `customers`: who added most first; of equal changes by name. Where one of the days has no DSO there is no change:
    `reason` says why, and all causes are 0.
    """

    spec: BridgeSpec
    before: Measure[DsoSpec, Money]
    after: Measure[DsoSpec, Money]
    change: Causes
    customers: tuple[Culprit, ...]
    reason: str = ""

    @property
    def printed(self) -> Mapping[str, Decimal]:
        """The steps from the printed DSO of before to that of after, rounded so that they add up to it."""
        reached, steps = self.before.value or Fraction(0), dict[str, Decimal]()
        for name in CAUSES:
            to = reached + getattr(self.change, name)
            steps[name] = printed(to, self.spec) - printed(reached, self.spec)
            reached = to
        return steps


BRIDGE = BridgeSpec()
"""The default: DSO of 90 days."""


def bridge(
    entries: Rows, before: date, after: date, currency: str, spec: BridgeSpec = BRIDGE, facts: Facts = NO_FACTS
) -> Bridge:
    """The change between the ends of two days, from the rows and the disputes. Raises `Invalid` CURRENCY_UNKNOWN."""
    first, last = (dso(entries, day, currency, spec.dso, facts.taxes) for day in (before, after))
    reason = first.reason or last.reason
    if reason:
        return Bridge(spec, first, last, _NOTHING, (), reason)
    was, now = (_days(entries, measure, currency, spec.dso, facts) for measure in (first, last))
    names = sorted({*was, *now})
    changes = (Culprit(name, _difference(was.get(name, _NOTHING), now.get(name, _NOTHING))) for name in names)
    culprits = sorted((each for each in changes if each.change != _NOTHING), key=lambda each: -each.change.total)
    return Bridge(spec, first, last, _sum(each.change for each in culprits), tuple(culprits))


def _days(
    entries: Rows, measure: Measure[DsoSpec, Money], currency: str, spec: DsoSpec, facts: Facts
) -> Mapping[str, Causes]:
    """What each customer owes, in days of the sales of the measure."""
    per_minor = Fraction(measure.factor) / measure.denominator.minor if measure.factor else Fraction(0)
    start = spec.period(measure.as_of).start
    ends = [measure.as_of]
    if spec.receivables is ReceivablesBasis.AVERAGE and start > date.min:
        ends.append(start - timedelta(days=1))
    days: dict[str, Causes] = {}
    for end in ends:
        rows = tuple(row for row in entries if row.day <= measure.as_of and row.amount.currency == currency)
        books = without_tax(rows, facts.taxes) if spec.tax is TaxBasis.NET else rows
        for name, owed in owed_by_cause(books, end, currency, facts.disputes, spec.less_unapplied).items():
            days[name] = _sum((days.get(name, _NOTHING), _scaled(owed, per_minor)))
    return days


def _scaled(owed: Owed, by: Fraction) -> Causes:
    return Causes(*(getattr(owed, name) * by for name in CAUSES))


def _difference(was: Causes, now: Causes) -> Causes:
    return Causes(*(getattr(now, name) - getattr(was, name) for name in CAUSES))


def _sum(parts: Iterable[Any]) -> Causes:
    found = list(parts)
    return Causes(*(sum((getattr(each, name) for each in found), Fraction(0)) for name in CAUSES))


_NOTHING = Causes(Fraction(0), Fraction(0), Fraction(0), Fraction(0))
