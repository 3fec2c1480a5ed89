"""How far an order is billed, step by step: marks of quantities by line, from a seed or from Hypothesis."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from otcore.invoicing.inputs import InvoiceInput

Marks = dict[str, Decimal]


def marks(random: Random, whole: InvoiceInput, beyond: bool = False) -> Iterator[Marks]:
    """Some marks on the way to all of it; at last all, or `beyond`: up to half as much again of each line."""
    reached: Marks = {}
    for _ in range(random.randrange(3)):
        step = {line.id: _part(random, line.quantity.value) for line in whole.lines if random.random() < 0.6}
        furthest = {
            id: max(reached.get(id, Decimal(0)), quantity, key=abs) for id, quantity in step.items() if quantity
        }
        if furthest and {**reached, **furthest} != reached:
            reached = {**reached, **furthest}
            yield reached
    last = {line.id: line.quantity.value for line in whole.lines}
    end = {id: _more(random, quantity) for id, quantity in last.items()} if beyond else last
    if end != reached:
        yield end


def _part(random: Random, quantity: Decimal) -> Decimal:
    return (quantity * random.randrange(101) / 100).quantize(Decimal("0.001"))


def _more(random: Random, quantity: Decimal) -> Decimal:
    return (quantity * random.randrange(100, 151) / 100).quantize(Decimal("0.001"))
