"""Every key figure of receivables, one entry each: what hosts, the command line and the pages iterate."""

from collections.abc import Callable
from datetime import date
from typing import Any

from otcore.kpi.applying.match_rate import MATCH_RATE, MatchedBy, MatchRateSpec, match_rate
from otcore.kpi.applying.unapplied_share import APPLICATION, UNAPPLIED, application_rate, unapplied_share
from otcore.kpi.balance import OVERDUE_SHARE, OverdueSpec, open_balance, overdue_share
from otcore.kpi.dso import QUARTERLY_DSO, Rows, dso
from otcore.kpi.dso_spec import DsoSpec, ReceivablesBasis
from otcore.kpi.facts import Facts
from otcore.kpi.kpi import Figure, Kpi, Needs, Unit
from otcore.kpi.measure import Measure
from otcore.kpi.outstanding.best_possible import BEST_POSSIBLE, best_possible
from otcore.kpi.outstanding.countback import COUNTBACK, CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import DELINQUENT, delinquent
from otcore.kpi.outstanding.effectiveness import EFFECTIVENESS, effectiveness
from otcore.kpi.outstanding.open_age import OPEN_AGE, OVERDUE_AGE, open_age
from otcore.kpi.outstanding.sales_weighted import SALES_WEIGHTED, sales_weighted
from otcore.kpi.outstanding.true_dso import TRUE_DSO, true_dso
from otcore.kpi.outstanding.turnover import TURNOVER, turnover
from otcore.kpi.risk.bad_debt import BAD_DEBT, BadDebtSpec, bad_debt
from otcore.kpi.risk.concentration import HERFINDAHL, TOP_TEN, herfindahl, top_share
from otcore.kpi.risk.deductions import DEDUCTIONS, deductions
from otcore.kpi.risk.dispute_rate import DISPUTE_RATE, dispute_rate
from otcore.kpi.risk.percent_current import PERCENT_CURRENT, percent_current
from otcore.kpi.settling.days_late import DAYS_LATE, DaysLateSpec, Lateness, days_late
from otcore.kpi.settling.days_to_pay import DAYS_TO_PAY, SIMPLE_DAYS_TO_PAY, days_to_pay
from otcore.kpi.settling.payments import Disputed
from otcore.kpi.settling.percent_late import PERCENT_LATE, percent_late
from otcore.kpi.settling.promises import PROMISES, promises
from otcore.kpi.targets import Better
from otcore.values.faults import Invalid

_LOW, _HIGH = Better.LOWER, Better.HIGHER
_DISPUTES = frozenset({Needs.DISPUTES})
AnyMeasure = Measure[Any, Any]


def _taxed(figure: Callable[..., AnyMeasure]) -> Figure:
    """Of a figure whose conventions may leave tax out."""
    return lambda rows, as_of, currency, spec, facts: figure(rows, as_of, currency, spec, facts.taxes)


def _plain(figure: Callable[..., AnyMeasure]) -> Figure:
    """Of a figure that needs rows alone."""
    return lambda rows, as_of, currency, spec, facts: figure(rows, as_of, currency, spec)


def _settled(figure: Callable[..., AnyMeasure]) -> Figure:
    """Of a figure that may leave disputed items out."""

    def of(rows: Rows, as_of: date, currency: str, spec: Any, facts: Facts) -> AnyMeasure:
        payments = spec.payments
        disputed = frozenset[str]() if payments.disputed is Disputed.ALL else facts.disputed(as_of)
        return figure(rows, as_of, currency, spec, disputed)

    return of


def _overdue(rows: Rows, as_of: date, currency: str, spec: OverdueSpec, facts: Facts) -> AnyMeasure:
    return overdue_share(open_balance(rows, as_of, currency), spec)


def _given(name: str, figure: Callable[..., AnyMeasure]) -> Figure:
    """Of a figure that takes one of the facts as its last argument."""
    return lambda rows, as_of, currency, spec, facts: figure(rows, as_of, currency, spec, getattr(facts, name))


def _deductions(rows: Rows, as_of: date, currency: str, spec: Any, facts: Facts) -> AnyMeasure:
    return deductions(facts.disputes, as_of, currency, spec)


def _matched(rows: Rows, as_of: date, currency: str, spec: Any, facts: Facts) -> AnyMeasure:
    return match_rate(facts.decisions, as_of, spec)


_AVERAGE = DsoSpec(receivables=ReceivablesBasis.AVERAGE)
_BY_DAYS = CountbackSpec(CountbackUnit.DAYS)
_LATE_ONLY = DaysLateSpec(Lateness.LATE_ONLY)
_NET_LOSS = BadDebtSpec(less_recoveries=True)
_BY_LINE = MatchRateSpec(MatchedBy.LINE)
_DECISIONS, _ON_ACCOUNT = frozenset({Needs.DECISIONS}), frozenset({Needs.ON_ACCOUNT})
_PROMISED = frozenset({Needs.PROMISES})
_DAYS, _PERCENT = Unit.DAYS, Unit.PERCENT

CATALOGUE = (
    Kpi("DSO", "Days sales outstanding", _DAYS, _LOW, QUARTERLY_DSO, _taxed(dso)),
    Kpi("DSO_AVERAGE", "Days sales outstanding, average receivables", _DAYS, _LOW, _AVERAGE, _taxed(dso)),
    Kpi("DSO_COUNTBACK", "Days sales outstanding, counted back by month", _DAYS, _LOW, COUNTBACK, _plain(countback)),
    Kpi("DSO_COUNTBACK_DAYS", "Days sales outstanding, counted back by day", _DAYS, _LOW, _BY_DAYS, _plain(countback)),
    Kpi("DSO_SALES_WEIGHTED", "Sales-weighted DSO", _DAYS, _LOW, SALES_WEIGHTED, _plain(sales_weighted)),
    Kpi("DSO_TRUE", "True DSO", _DAYS, _LOW, TRUE_DSO, _plain(true_dso)),
    Kpi("BPDSO", "Best possible DSO", _DAYS, _LOW, BEST_POSSIBLE, _taxed(best_possible)),
    Kpi("ADD", "Delinquent DSO (average days delinquent)", _DAYS, _LOW, DELINQUENT, _taxed(delinquent)),
    Kpi("CEI", "Collection effectiveness", _PERCENT, _HIGH, EFFECTIVENESS, _plain(effectiveness)),
    Kpi("TURNOVER", "Receivables turnover", Unit.TIMES, _HIGH, TURNOVER, _plain(turnover)),
    Kpi("OPEN_AGE", "Weighted age of open items", _DAYS, _LOW, OPEN_AGE, _plain(open_age)),
    Kpi("OVERDUE_AGE", "Weighted days past due", _DAYS, _LOW, OVERDUE_AGE, _plain(open_age)),
    Kpi("OVERDUE", "Overdue share", _PERCENT, _LOW, OVERDUE_SHARE, _overdue),
    Kpi("CURRENT", "Percent current", _PERCENT, _HIGH, PERCENT_CURRENT, _plain(percent_current)),
    Kpi("DAYS_TO_PAY", "Days to pay, weighted", _DAYS, _LOW, DAYS_TO_PAY, _settled(days_to_pay), _DISPUTES),
    Kpi("DAYS_TO_PAY_SIMPLE", "Days to pay", _DAYS, _LOW, SIMPLE_DAYS_TO_PAY, _settled(days_to_pay), _DISPUTES),
    Kpi("DAYS_LATE", "Days late, weighted", _DAYS, _LOW, DAYS_LATE, _settled(days_late), _DISPUTES),
    Kpi("DAYS_LATE_ONLY", "Days late of what was late", _DAYS, _LOW, _LATE_ONLY, _settled(days_late), _DISPUTES),
    Kpi("PAID_LATE", "Paid late", _PERCENT, _LOW, PERCENT_LATE, _settled(percent_late), _DISPUTES),
    Kpi("PROMISES_KEPT", "Promises kept", _PERCENT, _HIGH, PROMISES, _given("promises", promises), _PROMISED),
    Kpi("BAD_DEBT", "Bad-debt ratio", _PERCENT, _LOW, BAD_DEBT, _plain(bad_debt)),
    Kpi("BAD_DEBT_NET", "Bad-debt ratio, net of recoveries", _PERCENT, _LOW, _NET_LOSS, _plain(bad_debt)),
    Kpi("DDO", "Days deductions outstanding", _DAYS, _LOW, DEDUCTIONS, _deductions, _DISPUTES),
    Kpi("DISPUTE_RATE", "Dispute rate", _PERCENT, _LOW, DISPUTE_RATE, _given("disputes", dispute_rate), _DISPUTES),
    Kpi("TOP_TEN", "Owed by the ten largest customers", _PERCENT, _LOW, TOP_TEN, _plain(top_share)),
    Kpi("HERFINDAHL", "Concentration (Herfindahl-Hirschman)", Unit.POINTS, _LOW, HERFINDAHL, _plain(herfindahl)),
    Kpi("UNAPPLIED", "Unapplied cash", _PERCENT, _LOW, UNAPPLIED, _given("on_account", unapplied_share), _ON_ACCOUNT),
    Kpi(
        "APPLICATION_RATE",
        "Cash application rate",
        _PERCENT,
        _HIGH,
        APPLICATION,
        _given("on_account", application_rate),
        _ON_ACCOUNT,
    ),
    Kpi("MATCH_RATE", "Receipts applied without a person", _PERCENT, _HIGH, MATCH_RATE, _matched, _DECISIONS),
    Kpi("MATCH_RATE_LINES", "Lines applied without a person", _PERCENT, _HIGH, _BY_LINE, _matched, _DECISIONS),
)
"""All of them; their codes are public and stable."""

_BY_CODE = {each.code: each for each in CATALOGUE}


def kpi(code: str) -> Kpi:
    """The key figure of a code. Raises `Invalid` KPI_UNKNOWN."""
    if code not in _BY_CODE:
        raise Invalid.one("KPI_UNKNOWN", f"there is no key figure {code[:40]!a}", known=", ".join(_BY_CODE))
    return _BY_CODE[code]
