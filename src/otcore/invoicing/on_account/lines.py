"""Lines of amounts: one for each way of being taxed, of a quantity of one."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from otcore.invoicing.lines import LineInput
from otcore.invoicing.on_account.groups import Group
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity

ONE = "C62"


def amount_lines(groups: Iterable[Group], currency: str, ids: Iterator[str]) -> Iterator[LineInput]:
    """A line for each group that comes to something, under the next id; below zero: minus one of it.

    A price is not below zero (EN 16931 BR-27).
    """
    for group in [group for group in groups if group.amount]:
        price = UnitPrice(abs(Money.from_minor(group.amount, currency).amount), currency)
        quantity = Quantity.trusted(Decimal(1 if group.amount > 0 else -1), ONE)
        yield LineInput(next(ids), quantity, price, group.tax, (), group.taxes)
