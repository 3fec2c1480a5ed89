"""Shelves written by hand, and strategies for them."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from otcore.stock.events import ZERO, ArrivalPromised, StockReserved
from otcore.stock.incoming import Incoming
from otcore.stock.item import StockItem, evolve
from otcore.stock.promising import claim

TODAY = date(2026, 3, 2)
halves = st.integers(0, 40).map(lambda number: Decimal(number) / 2)
days = st.integers(-3, 20).map(lambda number: TODAY + timedelta(number))


def on(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(number)


def decs(*values: str | int) -> tuple[Decimal, ...]:
    """The numbers as decimals."""
    return tuple(map(Decimal, values))


def shelf(
    on_hand: str | int = 0,
    reserved: str | int = 0,
    *coming: tuple[int, str | int],
    location: str = "main",
    safety: str | int = 0,
    below: str | int = 0,
    awaited: str | int = 0,
    arrived: str | int = 0,
) -> StockItem:
    """A shelf of P1; `coming`: (days from today, quantity), under the documents PO-1, PO-2 ..."""
    incoming = tuple(Incoming(f"PO-{at}", Decimal(of), on(day)) for at, (day, of) in enumerate(sorted(coming), 1))
    figures = (on_hand, reserved), (safety, below, awaited, arrived)
    here, more = (tuple(map(Decimal, each)) for each in figures)
    return StockItem("P1", location, here[0], here[1], incoming, *more)


@st.composite
def stocked(draw: st.DrawFn, location: str = "main") -> StockItem:
    """A shelf with goods, arrivals, a policy, and promises as otcore makes them."""
    arriving = sorted(draw(st.lists(st.tuples(days, halves.filter(bool)), max_size=4)))
    incoming = tuple(Incoming(f"PO-{at}", quantity, day) for at, (day, quantity) in enumerate(arriving, 1))
    safety, below = draw(st.sampled_from([(ZERO, ZERO), (Decimal(2), ZERO), (ZERO, Decimal(5))]))
    item = StockItem("P1", location, draw(halves), ZERO, incoming, safety, below)
    item = evolve(item, StockReserved("O0", "1", min(draw(halves), item.available)))
    return evolve(item, ArrivalPromised("O0", "1", claim([item], draw(halves), TODAY).quantity))


@st.composite
def several(draw: st.DrawFn) -> list[StockItem]:
    """Shelves of one product at up to three locations."""
    return [draw(stocked(f"L{at}")) for at in range(draw(st.integers(0, 3)))]
