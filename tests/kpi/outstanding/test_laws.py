"""What holds of the DSO family for any rows."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.balance import open_balance, overdue_share
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.outstanding.best_possible import BestPossibleSpec, best_possible
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import DelinquentSpec, delinquent
from otcore.kpi.outstanding.effectiveness import EffectivenessSpec, effectiveness
from otcore.kpi.outstanding.open_age import OPEN_AGE, OVERDUE_AGE, open_age
from otcore.kpi.outstanding.sales_weighted import SalesWeightedSpec, sales_weighted
from otcore.kpi.outstanding.true_dso import TRUE_DSO, true_dso
from otcore.kpi.outstanding.turnover import TurnoverSpec, turnover
from otcore.kpi.risk.percent_current import percent_current
from otcore.kpi.sales import SalesBasis
from otcore.receivables.ledger import control, unapplied
from otcore.values import total
from tests.kpi import ledgers
from tests.kpi.conventions import VAT, specs

backwards = st.builds(CountbackSpec, st.sampled_from(CountbackUnit), st.sampled_from(SalesBasis), st.booleans())


@given(ledgers.books, ledgers.days, specs)
def test_dso_is_best_possible_and_delinquent_together(rows, as_of, spec):
    whole = dso(rows, as_of, "EUR", spec, VAT)
    best = best_possible(rows, as_of, "EUR", BestPossibleSpec(spec), VAT)
    late = delinquent(rows, as_of, "EUR", DelinquentSpec(spec), VAT)
    assert whole.reason == best.reason == late.reason
    assert whole.numerator == best.numerator + late.numerator
    if whole.value is not None:
        assert whole.value == (best.value or 0) + (late.value or 0)


@given(ledgers.books, ledgers.days, backwards)
def test_counting_back_explains_all_or_says_what_not(rows, as_of, spec):
    found = countback(rows, as_of, "EUR", spec)
    known = tuple(row for row in rows if row.day <= as_of)
    owed = control(known, "EUR") - (unapplied(known, "EUR") if spec.less_unapplied else control((), "EUR"))
    assert total((step.taken for step in found.steps), "EUR") + found.unexplained == owed
    assert sum((step.days for step in found.steps), Fraction(0)) == found.numerator
    assert all(0 <= step.days <= 31 for step in found.steps)
    assert bool(found.reason) is (found.value is None)


FIGURES: tuple[tuple[Any, Any], ...] = (
    (dso, DsoSpec(months=3, receivables=ReceivablesBasis.AVERAGE)),
    (countback, CountbackSpec()),
    (countback, CountbackSpec(CountbackUnit.DAYS)),
    (sales_weighted, SalesWeightedSpec()),
    (true_dso, TRUE_DSO),
    (open_age, OPEN_AGE),
    (open_age, OVERDUE_AGE),
    (effectiveness, EffectivenessSpec()),
    (turnover, TurnoverSpec(annualised=True)),
)


@given(st.sampled_from(FIGURES), ledgers.books, ledgers.books, ledgers.days, st.randoms(use_true_random=False))
def test_neither_later_rows_nor_their_order_change_a_figure(which, rows, more, as_of, random):
    figure, spec = which
    later = [row for row in more if row.day > as_of]
    mixed = [*rows, *later]
    random.shuffle(mixed)
    assert figure(tuple(mixed), as_of, "EUR", spec) == figure(rows, as_of, "EUR", spec)


@given(ledgers.books, ledgers.days)
def test_what_is_current_and_what_is_overdue_are_all(rows, as_of):
    current, overdue = percent_current(rows, as_of, "EUR"), overdue_share(open_balance(rows, as_of, "EUR"))
    assert current.numerator + overdue.numerator == current.denominator == overdue.denominator
    assert current.reason == overdue.reason
    assert current.value is None or current.value + (overdue.value or 0) == 100
