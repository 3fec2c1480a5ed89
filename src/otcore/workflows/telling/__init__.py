"""The messages that go out with what is stored: each follows from a fact, by one table, whoever decided it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from otcore.ports.kinds import Kept
from otcore.ports.messages import Message
from otcore.workflows.telling import customers, goods, money, orders, payments, returns

Told = Mapping[type, Callable[[Any, Any], tuple[Message, ...]]]
"""By type of fact."""

TOLD: Told = {
    **orders.TOLD,
    **goods.TOLD,
    **returns.TOLD,
    **money.TOLD,
    **payments.TOLD,
    **customers.TOLD,
}
"""What is told of a fact: of the aggregate as it is after all that was decided, and of the fact itself."""

TOLD_FIRST: Told = {**orders.TOLD_ALONE, **TOLD}
"""The same, of the first fact of a decision."""


def messages(*kept: Kept[Any]) -> Iterator[Message]:
    """What is told of the facts that aggregates are saved with, in their order."""
    for each in kept:
        told = TOLD_FIRST
        for event in each.events:
            tell = told.get(type(event))
            if tell:
                yield from tell(each.state, event)
            told = TOLD
