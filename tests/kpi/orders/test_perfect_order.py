"""Perfect orders, by order and as a product of components."""

from decimal import Decimal
from fractions import Fraction

from otcore.kpi.orders.perfect_order import Component, PerfectOrderSpec, component_product, perfect_order
from otcore.kpi.orders.rows import OrderRow
from tests.kpi.orders.rows import day, invoice, left_out, line, order


def billed(id: str, *sent: tuple[int, int], corrected: int | None = None, spoilt: int = 0) -> OrderRow:
    return order(id, line("1", 10, *sent, spoilt=Decimal(spoilt)), invoices=(invoice(f"I{id}", 6, None, corrected),))


PERFECT = billed("O1", (10, 5))


def told(*rows: OrderRow, after: int = 20, **spec):
    return perfect_order(rows, day(after), PerfectOrderSpec(**spec))


def test_an_order_is_perfect_when_everything_is():
    late, short = billed("O2", (10, 6)), billed("O3", (9, 5))
    damaged, wrong = billed("O4", (10, 5), spoilt=1), billed("O5", (10, 5), corrected=9)
    assert told(PERFECT, late, short, damaged, wrong).value == 20


def test_a_correction_after_the_day_does_not_change_its_figure():
    assert told(billed("O5", (10, 5), corrected=9), after=8).value == 100


def test_components_are_chosen():
    wrong = billed("O5", (10, 5), corrected=9)
    assert told(PERFECT, wrong, components=(Component.ON_TIME, Component.IN_FULL)).value == 100


def test_an_order_that_is_not_billed_yet_is_left_out():
    unbilled = order("O9", line("1", 10, (10, 5)))
    assert left_out(told(unbilled)) == {"NOT_BILLED": ("O9",)}
    assert told(unbilled).reason == "NO_ORDERS"
    half = order("O8", line("1", 10, (6, 4), (4, 5), unbilled=Decimal(4)), invoices=(invoice("I8", 4),))
    assert left_out(told(half)) == {"NOT_BILLED": ("O8",)}


def test_an_order_without_a_day_is_left_out():
    assert left_out(told(order("O9", line("1", 10, (10, 5), due=None)))) == {"NO_DAY": ("O9",)}


def test_the_product_of_components_is_higher_where_faults_meet():
    both = billed("O2", (10, 5), spoilt=1, corrected=9)
    assert told(PERFECT, both).value == 50
    assert told(PERFECT, both, product=True).value == 25
    assert told(product=True).reason == "NO_ORDERS"


def test_the_textbook_product():
    shares = [Fraction(each, 100) for each in (95, 97, 99, 98)]
    assert 100 * component_product(shares) == Fraction("89.40393")


def test_a_hundred_orders_of_which_88_are_perfect():
    rows = [billed(f"P{each}", (10, 5)) for each in range(88)] + [billed(f"L{each}", (10, 6)) for each in range(12)]
    assert told(*rows).value == 88
