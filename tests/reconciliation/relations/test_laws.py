"""What holds of every relation, whatever the amounts."""

from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.allocation import Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.relations import relate
from tests.reconciliation.relations.owing import euros, item, lenient, paid

OFFERS = st.lists(st.tuples(st.sampled_from(["1", "2", "2.5", "3"]), st.integers(-5, 20)), max_size=2)
AMOUNTS = st.integers(-3_000, 20_000).filter(bool)
SHARES = st.sampled_from([1, 500, 900, 970, 975, 980, 990, 995, 999, 1000, 1001, 1100])


@st.composite
def books(draw: st.DrawFn) -> list[OpenItem]:
    """Items of one currency."""
    currency = draw(st.sampled_from(["EUR", "USD", "JPY"]))
    drawn = draw(st.lists(st.tuples(AMOUNTS, OFFERS), min_size=1, max_size=6))
    return [item(f"I{at}", amount, *offers, currency=currency) for at, (amount, offers) in enumerate(drawn)]


@given(books(), SHARES, st.integers(-3, 3), st.none() | st.sampled_from(Why), st.integers(1, 200))
def test_cash_is_conserved_and_nothing_closes_more_than_is_open(
    items: list[OpenItem], share: int, cents: int, said: Why | None, rate: int
):
    currency = items[0].open.currency
    worth = sum(each.open.minor for each in items) * share // 1000 + cents
    payment = paid(worth) if currency == "EUR" else paid(worth * rate // 100, original=euros(worth, currency))
    opens = {each.id: each.open.minor for each in items}
    for found in relate(items, payment, lenient(), said):
        cash = sum(each.amount.minor for each in found.allocations)
        assert cash + found.on_account.minor == payment.amount.minor
        for each in found.allocations:
            assert 0 <= each.closes.minor <= opens[each.item] or opens[each.item] <= each.closes.minor <= 0
            assert each.reason or each.closes.minor == opens[each.item]
        assert 0 <= found.density.reached <= found.density.of
