"""Returns: asked for, allowed or not, given up, closed, and replaced by another order."""

from otcore.orders.returns import exchanging, returning
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CancelReturn,
    CloseReturn,
    ExchangeReturn,
    RejectReturn,
    RequestReturn,
)
from otcore.orders.returns.returned_goods import Return
from otcore.orders.returns.returning import Turn
from otcore.ports.aggregates import CUSTOMER, ORDER, RETURN
from otcore.ports.kinds import Kept
from otcore.workflows.house import House
from otcore.workflows.place import place
from otcore.workflows.requests import Flow, Load, Save


def request_return(command: RequestReturn, house: House) -> Flow[Kept[Return]]:
    """The return, asked for; its units cannot be in another one."""
    kept = yield from Load(RETURN, command.return_id)
    order = yield from Load(ORDER, command.order)
    turn = returning.request(order.some, kept.state, command)
    kept = kept.after(turn.returned)
    yield from Save(kept, order.after(turn.order))
    return kept


def authorise_return(command: AuthoriseReturn, house: House) -> Flow[Kept[Return]]:
    """The return, allowed, with its restocking fee."""
    kept = yield from Load(RETURN, command.return_id, True)
    customer = (yield from Load(CUSTOMER, kept.some.customer)).some
    turn = returning.authorise(kept.some, command, house.restocking(customer, kept.some))
    return (yield from _turned(kept, turn))


def reject_return(command: RejectReturn, house: House) -> Flow[Kept[Return]]:
    """The return, not allowed."""
    kept = yield from Load(RETURN, command.return_id, True)
    return (yield from _turned(kept, returning.reject(kept.some, command)))


def cancel_return(command: CancelReturn, house: House) -> Flow[Kept[Return]]:
    """The return, given up before anything came."""
    kept = yield from Load(RETURN, command.return_id, True)
    return (yield from _turned(kept, returning.cancel(kept.some, command)))


def close_return(command: CloseReturn, house: House) -> Flow[Kept[Return]]:
    """The return, at its end; what did not come may be returned another time."""
    kept = yield from Load(RETURN, command.return_id, True)
    return (yield from _turned(kept, returning.close(kept.some, command)))


def exchange_return(command: ExchangeReturn, house: House) -> Flow[Kept[Return]]:
    """The return and the order that replaces its goods, each knowing the other; the order is placed as any other."""
    kept = yield from Load(RETURN, command.return_id, True)
    order = (yield from Load(ORDER, kept.some.order)).some
    placing, facts = exchanging.exchange(order, kept.some, command)
    yield from place(placing, house)
    kept = kept.after(facts)
    yield from Save(kept)
    return kept


def _turned(kept: Kept[Return], turn: Turn) -> Flow[Kept[Return]]:
    order = (yield from Load(ORDER, kept.some.order)).after(turn.order)
    kept = kept.after(turn.returned)
    yield from Save(kept, *((order,) if turn.order else ()))
    return kept
