"""Why DSO changed between two days: by cause, and by customer."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.dso import DsoSpec
from otcore.kpi.dso_spec import NoSales
from otcore.kpi.facts import NO_FACTS, DisputeRow, Facts
from otcore.kpi.moving.bridge import BridgeSpec, bridge
from otcore.kpi.moving.standing import CAUSES
from otcore.values import Money
from tests.kpi import ledgers
from tests.kpi.conventions import VAT, specs
from tests.kpi.ledgers import TODAY, allocated, day, issued, received

MONTH = BridgeSpec(DsoSpec(30))
BEFORE = day(30)


def sold(item, amount, on, terms, party="ACME"):
    return issued(item, amount, day(on), due=day(on - terms), party=party)


def dispute(item, amount, on):
    return DisputeRow(id="D", item=item, customer="ACME", amount=Money(amount, "EUR"), opened=day(on))


OLD = (sold("O", "300", 40, 60), allocated("O", "R0", "300", day(31)), received("R0", "300", day(31)))


def changed(*rows, facts=NO_FACTS, spec=MONTH):
    """Days by cause, where 300 was sold in each month and nothing was open at first."""
    return bridge((*OLD, *rows), BEFORE, TODAY, "EUR", spec, facts).change


def test_longer_terms_are_terms():
    assert changed(sold("A", "300", 20, 60)).terms == 30


def test_what_is_late_is_delinquency():
    change = changed(sold("A", "300", 20, 5))
    assert (change.terms, change.delinquency) == (Fraction(0), Fraction(30))


def test_what_is_disputed_is_neither():
    facts = Facts(disputes=(dispute("A", "100", 3),))
    change = changed(sold("A", "300", 20, 5), facts=facts)
    assert (change.delinquency, change.disputes) == (Fraction(20), Fraction(10))


def test_cash_that_is_not_applied_explains_what_is_late_first():
    rows = (sold("A", "200", 20, 5), sold("B", "100", 20, 60), received("R", "250", day(2), party="ACME"))
    change = changed(*rows)
    assert change.delinquency == 0
    assert (change.terms, change.unapplied) == (Fraction(5), Fraction(25))


def test_of_receivables_less_cash_it_takes_days_off():
    rows = (sold("A", "300", 20, 5), received("R", "30", day(2), party="ACME"))
    change = changed(*rows, spec=BridgeSpec(DsoSpec(30, less_unapplied=True)))
    assert (change.delinquency, change.unapplied, change.total) == (Fraction(30), Fraction(-3), Fraction(27))


def test_who_added_most_stands_first():
    rows = (sold("A", "100", 20, 5), sold("B", "200", 20, 60, party="BOLT"), sold("C", "0", 20, 60, party="CRANE"))
    found = bridge((*OLD, *rows), BEFORE, TODAY, "EUR", MONTH)
    assert [(each.customer, each.change.total) for each in found.customers] == [
        ("BOLT", Fraction(20)),
        ("ACME", Fraction(10)),
    ]


def test_without_a_dso_there_is_no_change():
    found = bridge(OLD[:1], BEFORE, TODAY, "EUR", MONTH)
    assert (found.reason, found.change.total, found.customers) == ("NO_SALES", Fraction(0), ())
    assert set(found.printed.values()) == {Decimal("0.0")}


def test_where_a_window_without_sales_counts_as_zero_the_change_is_to_zero():
    spec = BridgeSpec(DsoSpec(30, no_sales=NoSales.ZERO))
    found = bridge((sold("A", "300", 40, 60),), BEFORE, TODAY, "EUR", spec)
    assert (found.before.value, found.after.value, found.change.total) == (Fraction(30), Fraction(0), Fraction(-30))


disputes = st.lists(
    st.builds(
        DisputeRow,
        id=ledgers.items,
        item=ledgers.items,
        customer=ledgers.parties,
        amount=st.builds(Money.from_minor, st.integers(1, 10**8), ledgers.currencies),
        opened=ledgers.days,
        settled=st.none() | ledgers.days,
    ),
    max_size=5,
).map(tuple)


@given(ledgers.books, ledgers.days, ledgers.days, specs, disputes)
def test_the_causes_sum_to_the_change_and_the_customers_to_the_causes(rows, one, other, spec, found):
    facts = Facts(disputes=found, taxes=VAT)
    result = bridge(rows, min(one, other), max(one, other), "EUR", BridgeSpec(spec), facts)
    before, after = result.before.value, result.after.value
    if before is None or after is None:
        assert result.reason
        return
    assert before + result.change.total == after
    for name in CAUSES:
        assert sum(getattr(each.change, name) for each in result.customers) == getattr(result.change, name)


@given(ledgers.books, ledgers.days, ledgers.days)
def test_the_printed_steps_lead_from_one_printed_dso_to_the_other(rows, one, other):
    result = bridge(rows, min(one, other), max(one, other), "EUR")
    if not result.reason:
        steps = sum(result.printed.values(), Decimal(0))
        assert result.before.printed is not None
        assert result.before.printed + steps == result.after.printed
