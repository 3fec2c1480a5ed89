"""The public ledger's month-ends over frames, to the last digit printed, on every engine."""

from typing import Any

import pytest

from otcore.adapters.frames.ledger import FrameLedger
from otcore.adapters.frames.month_ends import month_ends as frames_month_ends
from otcore.kpi.aging import aging
from otcore.kpi.buckets import INVOICE_DATE_AGING, Anchor
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.measure import printed
from otcore.kpi.outstanding.best_possible import BestPossibleSpec, best_possible
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import DelinquentSpec, delinquent
from otcore.kpi.outstanding.effectiveness import EffectivenessSpec, effectiveness
from otcore.kpi.outstanding.open_age import OpenAgeSpec, open_age
from otcore.kpi.outstanding.true_dso import TrueDsoSpec, true_dso
from otcore.receivables.ledger import control
from tests.adapters.frames.engines import ENGINES, arrow

engines = pytest.mark.parametrize("engine", [name for name in ENGINES if name != "lazy polars"])
AVERAGE = DsoSpec(months=1, receivables=ReceivablesBasis.AVERAGE, places=6)
FIGURES: dict[str, Any] = {
    "dso_month": (dso, DsoSpec(months=1, places=6)),
    "dso_month_avgAR": (dso, AVERAGE),
    "dso_90": (dso, DsoSpec(90, places=6)),
    "dso_365": (dso, DsoSpec(365, places=6)),
    "bpdso_90": (best_possible, BestPossibleSpec(places=6)),
    "add_90": (delinquent, DelinquentSpec(places=6)),
    "countback_month": (countback, CountbackSpec(places=6)),
    "countback_day": (countback, CountbackSpec(CountbackUnit.DAYS, places=6)),
    "cei": (effectiveness, EffectivenessSpec(places=6)),
    "wavg_open_age": (open_age, OpenAgeSpec(places=6)),
    "wavg_open_overdue": (open_age, OpenAgeSpec(Anchor.DUE, overdue_only=True, places=6)),
    "true_dso_crf": (true_dso, TrueDsoSpec(places=6)),
}


@engines
def test_every_figure_of_every_month_end_is_the_references(engine, ledger, month_ends):
    table = FrameLedger.of(ENGINES[engine](arrow(ledger)))
    for as_of, row in month_ends:
        (rows,) = table.condensed(as_of, "USD").values()
        assert control(rows, "USD").minor == row["ar"]
        assert {name: of(rows, as_of, "USD", spec).printed for name, (of, spec) in FIGURES.items()} == {
            name: row[name] for name in FIGURES
        }
        by_invoice = aging(rows, as_of, "USD", INVOICE_DATE_AGING).total
        assert [bucket.minor for bucket in by_invoice.buckets] == list(row["aging_inv"].values())


@engines
def test_the_number_of_open_items_is_the_references(engine, ledger, month_ends):
    table, (as_of, row) = FrameLedger.of(ENGINES[engine](arrow(ledger))), month_ends[7]
    assert table.aging(as_of, "USD").total.items == row["open_count"]


@engines
def test_all_month_ends_at_once_are_the_references(engine, ledger, month_ends):
    table = FrameLedger.of(ENGINES[engine](arrow(ledger)))
    for end, (_, row) in zip(frames_month_ends(table, [day for day, _ in month_ends], "USD"), month_ends, strict=True):
        assert list(end.total.buckets) == list(row["aging_due"].values())
        assert shown(end.total.countback, CountbackSpec(places=6)) == row["countback_month"]
        assert shown(end.total.dso, DsoSpec(places=6)) == row["dso_90"]


def shown(figure, spec):
    return None if figure is None else printed(figure, spec)
