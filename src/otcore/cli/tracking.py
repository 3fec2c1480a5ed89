"""Where an order stands: what happened to it, and what can be done next."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from attrs import asdict, frozen

from otcore.app.sync import MAIN, OrderToCash
from otcore.cli.bad_use import BadUse
from otcore.cli.host import Host
from otcore.cli.order_words import standing
from otcore.cli.sellers import seller_before
from otcore.cli.stores import files_of, opened, without_password
from otcore.formats.timeline import steps_text, timeline_text
from otcore.invoicing.seller import Seller
from otcore.orders.order import Order
from otcore.orders.steps import AskSteps, Step
from otcore.ports.aggregates import ORDER
from otcore.ports.errors import NotFound
from otcore.ports.storage import Store, Where
from otcore.process.timeline import AskTimeline, Entry
from otcore.values.party import Party
from otcore.workflows.ask import Every, Get


@frozen
class Tracked:
    """An order, its time-line, and its next steps on a day."""

    order: Order
    day: date
    entries: tuple[Entry, ...]
    steps: tuple[Step, ...]


def track(name: str, store: str, day: date | None) -> Tracked:
    """The order of this id, else the one that a buyer knows by this number; None: as of the day of its last fact.

    Raises `BadUse` for a store that is not there, and for a name that is no order or several.
    """
    places = files_of(store)
    if places and not places[0].is_file():
        raise BadUse(f"there is no store at {without_password(store)}")
    with opened(store) as found:
        o2c = _host(found)
        order = _named(o2c, name)
        entries = o2c.ask(AskTimeline(order.id))
        as_of = day or entries[-1].at.date()
        return Tracked(order, as_of, entries, o2c.ask(AskSteps(order.id, as_of)))


def track_text(tracked: Tracked, width: int) -> str:
    """What a person reads."""
    order = tracked.order
    head = f"Order {order.id} of {order.customer}: {standing(order)}, {order.value}, {order.open_value} open\n"
    steps = f"\nOn {tracked.day}\n" + steps_text(tracked.steps, width)
    return head + "\n" + timeline_text(tracked.entries, width) + steps


def track_json(tracked: Tracked) -> dict[str, Any]:
    """The same for programs."""
    return {
        "order": tracked.order.id,
        "customer": tracked.order.customer,
        "status": tracked.order.status.value,
        "as_of": tracked.day.isoformat(),
        "timeline": [{**asdict(entry), "at": _moment(entry.at)} for entry in tracked.entries],
        "steps": [_step(step) for step in tracked.steps],
    }


def _host(store: Store) -> OrderToCash:
    """Only asks: nobody has to sell, but what an invoice would lack is judged by the seller of the last one."""
    nobody = Host.over(store, Seller(party=Party("nobody yet")), date.min, MAIN).o2c
    seller = seller_before(nobody)
    return nobody if seller is None else Host.over(store, seller, date.min, MAIN).o2c


def _named(o2c: OrderToCash, name: str) -> Order:
    try:
        return o2c.ask(Get(ORDER, name))
    except NotFound:
        found = o2c.ask(Every(ORDER, Where(references=(name,))))
    if len(found) == 1:
        return found[0]
    raise BadUse(f"there is no order {name}" if not found else _several(name, found))


def _several(name: str, found: Sequence[Order]) -> str:
    return f"several orders have the number {name}: {', '.join(order.id for order in found)}"


def _moment(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def _step(step: Step) -> dict[str, Any]:
    said = {"name": step.name, "about": step.about, "possible": step.possible}
    return said if step.possible else {**said, "code": step.code, "reason": step.reason}
