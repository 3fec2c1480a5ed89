"""How items were settled, over frames: as the exact core has it, and as the public ledger's reference has it."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from otcore.adapters.frames.ledger import FrameLedger
from otcore.adapters.frames.settled import SettledSums, settled
from otcore.kpi.population import UNCOUNTED
from otcore.kpi.settling.days_late import DaysLateSpec, Lateness, days_late
from otcore.kpi.settling.days_to_pay import DaysToPaySpec, days_to_pay
from otcore.kpi.settling.payments import Counted, Disputed, PaymentsSpec, Weighting
from otcore.kpi.settling.percent_late import PercentLateSpec, percent_late
from otcore.kpi.window import Days
from otcore.receivables.ledger import EntryKind
from otcore.values import Invalid, Money
from tests.adapters.frames.engines import ENGINES, arrow
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY

SIMPLE, WEIGHTED = PaymentsSpec(weighting=Weighting.SIMPLE), PaymentsSpec()
ONE_BY_ONE = PaymentsSpec(Counted.PAYMENTS, Weighting.SIMPLE, window=Days(200))
FIGURES: tuple[Any, ...] = (
    (days_to_pay, DaysToPaySpec()),
    (days_late, DaysLateSpec(Lateness.LATE_ONLY, SIMPLE)),
    (percent_late, PercentLateSpec(ONE_BY_ONE)),
)
# Rows that settle items more often than any rows would: small amounts of few items.
small = st.sampled_from([5, 10, 10, 20, -5, -10])
closing = st.sampled_from([EntryKind.ISSUED, EntryKind.ALLOCATED, EntryKind.ALLOCATED, EntryKind.DISCOUNT])
rows = st.lists(st.tuples(closing, small, ledgers.rows), min_size=6, max_size=25)
several = st.lists(rows, min_size=8, max_size=12)
engines = pytest.mark.parametrize("engine", ENGINES)


def settling(drawn):
    """Rows that may close items."""
    euros = [Money.from_minor(minor, "EUR") for _, minor, _ in drawn]
    return tuple(
        evolve(row, kind=kind, amount=amount, item=row.item[-1:] or "1", receipt=row.receipt[-1:])
        for (kind, _, row), amount in zip(drawn, euros, strict=True)
    )


@engines
@settings(max_examples=3, phases=[Phase.explicit, Phase.generate])
@given(several)
def test_payments_of_every_group_are_those_of_its_rows(engine, drawn):
    books = [settling(each) for each in drawn]
    numbers = [number for number, book in enumerate(books) for _ in book]
    table = FrameLedger.of(ENGINES[engine](arrow([row for book in books for row in book], book=numbers)))
    sums = {counted: settled(table, TODAY, "EUR", counted, by=["book"]) for counted in Counted}
    for of, spec in FIGURES:
        for number, book in enumerate(books):
            expected = evolve(of(book, TODAY, "EUR", spec), population=UNCOUNTED)
            group = sums[spec.payments.counted].get((str(number),))
            assert (group.figure(of, spec) == expected) if group else expected.reason


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "lazy polars"])
def test_the_public_ledgers_settled_figures_are_the_references(engine, ledger, records, reference):
    expected = reference["ibm_accounts_receivable"]["settled_metrics"]
    disputed = {record["invoiceNumber"]: record["Disputed"] for record in records}
    said = [disputed[row.item or row.receipt] for row in ledger]
    table = FrameLedger.of(ENGINES[engine](arrow(ledger, disputed=said)))
    last = max(row.day for row in ledger)

    whole, parted = settled(table, last, "USD")[()], settled(table, last, "USD", by=["disputed"])

    def figure(of, spec, sums=whole):
        return sums.figure(of, evolve(spec, places=6)).printed

    for name, payments in (("simple", SIMPLE), ("weighted", WEIGHTED)):
        assert figure(days_to_pay, DaysToPaySpec(payments)) == expected[f"avg_days_to_pay_{name}"]
        for lateness, stem in ((Lateness.SIGNED, "signed"), (Lateness.FLOORED, "floor0")):
            late = figure(days_late, DaysLateSpec(lateness, payments))
            assert late == expected[f"avg_days_late_{stem}_{name}"]
    only = whole.figure(days_late, DaysLateSpec(Lateness.LATE_ONLY, SIMPLE, places=6))
    assert (only.printed, only.denominator) == (expected["avg_days_late_late_only_simple"], expected["late_count"])
    assert figure(percent_late, PercentLateSpec(SIMPLE)) == expected["pct_late_count"]
    assert figure(percent_late, PercentLateSpec(WEIGHTED)) == expected["pct_late_amount"]
    for answer, name in (("Yes", "disputed"), ("No", "undisputed")):
        days = figure(days_to_pay, DaysToPaySpec(SIMPLE), parted[answer,])
        assert days == expected[f"avg_days_to_pay_{name}"]


@pytest.mark.parametrize("payments", [PaymentsSpec(disputed=Disputed.ONLY), ONE_BY_ONE])
def test_sums_of_other_payments_say_nothing(payments):
    sums = SettledSums(TODAY, "EUR", Counted.SETTLED, ())
    with pytest.raises(Invalid, match="SPEC_NEEDS_ROWS"):
        sums.figure(days_to_pay, DaysToPaySpec(payments))
