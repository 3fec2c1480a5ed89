"""Cases: what happened to each order and to all that came of it, as one trace.

The case is the order, since that is what a buyer waits for. What belongs to several orders (an invoice that bills two,
a receipt that pays both) happened in each of their cases: steps of all cases together are then more than facts.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from attrs import frozen

from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.streams import Streams, fact_id, related, streams_of
from otcore.process.timeline import in_order
from otcore.values.recorded import Recorded

CASE = "order"
"""The kind of aggregate that is a case."""

_UPSTREAM: Mapping[str, frozenset[str]] = {
    "shipment": frozenset({"order"}),
    "return": frozenset({"order"}),
    "invoice_draft": frozenset({"order", "shipment"}),
    "invoice": frozenset({"order", "shipment"}),
    "credit_note": frozenset({"order", "invoice", "return"}),
    "receivable": frozenset({"document"}),
    "receipt": frozenset({"item"}),
    "gateway_payment": frozenset({"order", "invoice"}),
    "collection": frozenset({"item"}),
    "dispute": frozenset({"item"}),
    "refund": frozenset({"source"}),
}
"""By which relations an object belongs to the order of another; it has no circle."""


@frozen
class Step:
    """One thing that happened in a case. `fact`: its id in the log."""

    activity: str
    at: datetime
    actor: str
    fact: str

    @property
    def paper(self) -> str:
        """The id of what it happened to, without its kind: an invoice and its debt share one."""
        return self.fact.partition(":")[2].rpartition("#")[0]


@frozen
class Trace:
    """A case and its steps, as a time-line has them: facts that another's fact tells of already are left out."""

    case: str
    steps: tuple[Step, ...]


def traces(facts: Iterable[Recorded]) -> tuple[Trace, ...]:
    """A trace for each order that something happened to, by its id. What belongs to no order is in none."""
    streams = streams_of(facts)
    found: dict[str, list[Recorded]] = {}
    for id, orders in cases_of(streams).items():
        for order in orders:
            found.setdefault(order, []).extend(streams[id])
    return tuple(Trace(order.partition(":")[2], tuple(_steps(found[order]))) for order in sorted(found))


def cases_of(streams: Streams) -> dict[str, frozenset[str]]:
    """For each object the orders it belongs to, all by their ids in the log."""
    known: dict[str, frozenset[str]] = {}
    for id in streams:
        _cases(id, streams, known)
    return known


def _cases(id: str, streams: Streams, known: dict[str, frozenset[str]]) -> frozenset[str]:
    if id not in known:
        kind = streams[id][0].stream.kind
        roles = _UPSTREAM.get(kind, frozenset())
        relations = related(id, streams[id], streams) if roles else ()
        above = [relation.object for relation in relations if relation.qualifier in roles]
        own = {id} if kind == CASE else set()
        known[id] = frozenset(own.union(*(_cases(one, streams, known) for one in above)))
    return known[id]


def _steps(facts: Iterable[Recorded]) -> Iterator[Step]:
    """All facts have a part in the order, though what is told again is no step."""
    for fact in in_order(facts):
        activity = ACTIVITIES[type(fact.event)]
        if not activity.again:
            yield Step(activity.name, fact.at, fact.actor, fact_id(fact))
