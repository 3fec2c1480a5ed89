"""Credits as sources of a posting: they and the cash close what the allocations close, and no cent more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.payments.sources import Sources, sources
from otcore.receivables.set_off import Use
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from tests.payments.bank_rows import eur


def part(item: str, amount: str, discount: str = "") -> Allocation:
    less = (Adjustment(Why.DISCOUNT, eur(discount)),) if discount else ()
    return Allocation(item, eur(amount), less)


def test_without_credits_the_cash_pays_it_all():
    parts = (part("INV-1", "10.00"), part("INV-2", "0.00"))
    assert sources(parts) == Sources(parts, ())


def test_a_credit_takes_the_place_of_cash():
    found = sources((part("INV-1", "10.00"), part("INV-2", "20.00"), part("CN-1", "-25.00")))
    assert found.uses == (Use("CN-1", "INV-1", eur("10.00")), Use("CN-1", "INV-2", eur("15.00")))
    assert found.allocations == (part("INV-2", "5.00"),)


def test_what_is_closed_by_more_than_money_keeps_a_cent_of_cash():
    found = sources((part("INV-1", "10.00", "1.00"), part("INV-2", "20.00"), part("CN-1", "-15.00")))
    assert found.uses == (Use("CN-1", "INV-1", eur("9.99")), Use("CN-1", "INV-2", eur("5.01")))
    assert found.allocations == (part("INV-1", "0.01", "1.00"), part("INV-2", "14.99"))


def test_a_line_without_cash_is_not_dropped():
    nothing = part("INV-2", "0.00", "1.00")
    assert nothing in sources((part("INV-1", "10.00"), nothing, part("CN-1", "-5.00"))).allocations


def test_an_item_in_another_currency_takes_no_credit():
    dollars = Allocation("INV-1", eur("10.00"), exchanged=Money("11", "USD"))
    with pytest.raises(Rejected, match="CREDIT_LEFT_OVER"):
        sources((dollars, part("CN-1", "-5.00")))


amounts = st.integers(1, 10_000).map(lambda minor: Money.from_minor(minor, "EUR"))


@given(st.lists(st.tuples(amounts, st.booleans()), max_size=4), st.lists(amounts, max_size=3))
def test_cash_and_credits_close_what_was_to_be_closed(debts: list[tuple[Money, bool]], credits: list[Money]):
    less = (Adjustment(Why.FEE, eur("0.01")),)
    owed = tuple(Allocation(f"INV-{at}", each, less if cut else ()) for at, (each, cut) in enumerate(debts))
    given_ = tuple(Allocation(f"CN-{at}", -each) for at, each in enumerate(credits))
    try:
        found = sources((*owed, *given_))
    except Rejected:
        assert sum(each.minor for each in credits) > sum(each.amount.minor - bool(each.adjustments) for each in owed)
        return
    for debt in owed:
        cash = total((each.amount for each in found.allocations if each.item == debt.item), "EUR")
        used = total((each.amount for each in found.uses if each.item == debt.item), "EUR")
        assert cash + used == debt.amount
    assert total((each.amount for each in found.uses), "EUR") == total(credits, "EUR")
    assert [each.adjustments for each in found.allocations if each.adjustments] == [
        each.adjustments for each in owed if each.adjustments
    ]
