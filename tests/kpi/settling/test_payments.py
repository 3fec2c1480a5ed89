"""Which payments count in days to pay and days late, and why others are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.population import LeftOut, Population
from otcore.kpi.settling.closings import Closing, closings
from otcore.kpi.settling.days_late import DaysLateSpec, Lateness, days_late
from otcore.kpi.settling.days_to_pay import SIMPLE_DAYS_TO_PAY, DaysToPaySpec, days_to_pay
from otcore.kpi.settling.payments import Counted, Disputed, PaymentsSpec, Weighting, paid
from otcore.kpi.settling.percent_late import percent_late
from otcore.kpi.settling.settled import due_parts
from otcore.kpi.window import Days
from otcore.receivables.ledger import Entry, EntryKind
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, credited, day, euros, issued

BILL = issued("A", "100", day(60), due=day(30))
SINGLE = PaymentsSpec(Counted.PAYMENTS, Weighting.SIMPLE)


def days(*rows, spec=SIMPLE_DAYS_TO_PAY, disputed=()):
    return days_to_pay(rows, TODAY, "EUR", spec, disputed)


def left_out(*rows, spec=SIMPLE_DAYS_TO_PAY, disputed=()):
    return days(*rows, spec=spec, disputed=disputed).population.left_out


def test_an_item_is_paid_on_the_day_of_its_last_cash():
    assert days(BILL, allocated("A", "R", "40", day(50)), allocated("A", "S", "60", day(20))).value == 40


def test_each_payment_may_count_for_itself():
    rows = (BILL, allocated("A", "R", "40", day(50)), allocated("A", "S", "60", day(20)))
    assert days(*rows, spec=DaysToPaySpec(SINGLE)).value == 25
    assert days(*rows, spec=DaysToPaySpec(PaymentsSpec(Counted.PAYMENTS))).value == (10 * 40 + 40 * 60) / 100


def test_what_is_still_open_is_left_out():
    rows = (BILL, allocated("A", "R", "40", day(50)))
    assert left_out(*rows) == (LeftOut("STILL_OPEN", ("A",)),)
    assert days(*rows).reason == "NOTHING_PAID"
    assert days(*rows, spec=DaysToPaySpec(SINGLE)).value == 10


def test_what_was_closed_without_cash_is_left_out():
    assert left_out(BILL, credited("A", "CN", "100", day(50))) == (LeftOut("CLOSED_WITHOUT_CASH", ("A",)),)


def test_the_rest_that_a_credit_note_closes_weighs_nothing():
    measure = days(BILL, allocated("A", "R", "40", day(50)), credited("A", "CN", "60", day(10)), spec=DaysToPaySpec())
    assert (measure.value, measure.denominator) == (10, euros("40").minor)


def test_each_instalment_is_paid_by_itself():
    rows = (
        issued("A", "30", day(60), due=day(50)),
        issued("A", "70", day(60), due=day(20)),
        allocated("A", "R", "50", day(40)),
        allocated("A", "S", "50", day(30)),
    )
    measure = days_late(rows, TODAY, "EUR", DaysLateSpec(payments=PaymentsSpec(weighting=Weighting.SIMPLE)))
    assert (measure.numerator, measure.denominator) == (10 - 10, 2)
    assert measure.population.counted == ("A",)


def test_an_item_with_a_part_that_counts_is_not_left_out():
    rows = (*(issued("A", "50", day(60), due=day(due)) for due in (50, 20)), allocated("A", "R", "50", day(40)))
    assert days(*rows).population == Population(("A",))


def test_a_payment_that_bounced_was_none():
    bounced = (allocated("A", "R", "100", day(50)), allocated("A", "R", "-100", day(45)))
    assert days(BILL, *bounced, allocated("A", "S", "100", day(20))).value == 40
    assert left_out(BILL, *bounced) == (LeftOut("STILL_OPEN", ("A",)),)


def test_what_bounced_in_part_counts_for_the_rest():
    rows = (allocated("A", "R", "60", day(50)), allocated("A", "R", "40", day(40)), allocated("A", "R", "-50", day(35)))
    assert closings(rows) == (Closing(day(50), euros("50").minor, True),)


@pytest.mark.parametrize(
    "rows",
    [
        (issued("C", "-100", day(60)),),
        (allocated("A", "R", "100", day(50)),),
        (BILL, allocated("A", "R", "-10", day(50))),
    ],
)
def test_what_cannot_be_told_is_left_out(rows):
    assert [each.reason for each in left_out(*rows)] == ["NOT_MATCHED"]


def test_an_item_over_nothing_counts_for_nothing():
    assert due_parts((issued("A", "0", day(60)), allocated("A", "R", "0", day(3)))) == ((), ())


def test_a_window_leaves_other_days_out():
    spec = DaysToPaySpec(PaymentsSpec(window=Days(30)))
    assert left_out(BILL, allocated("A", "R", "100", day(50)), spec=spec) == (LeftOut("OUTSIDE_WINDOW", ("A",)),)
    assert days(BILL, allocated("A", "R", "100", day(29)), spec=spec).value == 31


@pytest.mark.parametrize(
    ("which", "disputed", "reason"),
    [
        (Disputed.ONLY, (), "NOT_DISPUTED"),
        (Disputed.WITHOUT, ("A",), "DISPUTED"),
        (Disputed.ONLY, ("A",), ""),
        (Disputed.WITHOUT, (), ""),
        (Disputed.ALL, ("A",), ""),
    ],
)
def test_disputed_items_count_or_not(which, disputed, reason):
    rows = (BILL, allocated("A", "R", "100", day(50)))
    found = left_out(*rows, spec=DaysToPaySpec(PaymentsSpec(disputed=which)), disputed=disputed)
    assert [each.reason for each in found] == ([reason] if reason else [])


def test_without_a_due_date_nothing_is_late():
    rows = (Entry(EntryKind.ISSUED, day(60), euros("100"), "ACME", "A"), allocated("A", "R", "100", day(5)))
    measure = days_late(rows, TODAY, "EUR")
    assert (measure.reason, measure.population.left_out) == ("NOTHING_PAID", (LeftOut("NO_DUE_DATE", ("A",)),))


def test_what_was_in_time_is_left_out_where_only_late_ones_count():
    rows = (BILL, allocated("A", "R", "100", day(30)))
    measure = days_late(rows, TODAY, "EUR", DaysLateSpec(Lateness.LATE_ONLY))
    assert (measure.reason, measure.population.left_out) == ("NOTHING_LATE", (LeftOut("NOT_LATE", ("A",)),))
    assert percent_late(rows, TODAY, "EUR").value == 0


def test_nothing_paid_is_no_share():
    assert percent_late((BILL,), TODAY, "EUR").reason == "NOTHING_PAID"


specs = st.builds(
    PaymentsSpec, st.sampled_from(Counted), st.sampled_from(Weighting), window=st.none() | st.builds(Days)
)


@given(ledgers.books, ledgers.days, specs)
def test_every_invoiced_item_is_counted_or_left_out_once(rows, as_of, spec):
    population = paid(rows, as_of, "EUR", spec).population
    left = [id for each in population.left_out for id in each.ids]
    assert not set(left) & set(population.counted)
    positive = [
        row for row in rows if row.kind is EntryKind.ISSUED and row.day <= as_of and row.amount.currency == "EUR"
    ]
    told = {row.item for row in positive if sum(r.amount.minor for r in positive if r.item == row.item)}
    assert told <= {*left, *population.counted}


@given(ledgers.books.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), ledgers.days, specs)
def test_the_order_of_the_rows_makes_no_difference(pair, as_of, spec):
    rows, shuffled = pair
    by = DaysToPaySpec(spec)
    assert days_to_pay(rows, as_of, "EUR", by) == days_to_pay(tuple(shuffled), as_of, "EUR", by)


@given(ledgers.books, ledgers.books, ledgers.days, specs)
def test_rows_of_later_days_change_no_earlier_day(rows, more, as_of, spec):
    later = tuple(row for row in more if row.day > as_of)
    by = DaysLateSpec(payments=spec)
    assert days_late(rows + later, as_of, "EUR", by) == days_late(rows, as_of, "EUR", by)


@given(ledgers.books, ledgers.days)
def test_signed_days_are_never_above_floored_ones(rows, as_of):
    signed, floored, late = (days_late(rows, as_of, "EUR", DaysLateSpec(each)).value for each in Lateness)
    if signed is not None and floored is not None:
        assert floored >= signed
        assert floored >= 0
        assert late is None or floored <= late


def test_a_payment_on_the_due_day_is_not_late():
    rows = (BILL, allocated("A", "R", "100", day(30)))
    assert days_late(rows, TODAY, "EUR").value == 0
