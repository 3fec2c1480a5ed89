"""Cases: what happened to each order and to all that came of it, as one trace.

The case is the order, since that is what a buyer waits for. What belongs to several orders (an invoice that bills two,
a receipt that pays both) happened in each of their cases: steps of all cases together are then more than facts.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from attrs import frozen

from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.building import event_log, object_id
from otcore.process.log.log import LogObject
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


@frozen
class Trace:
    """A case and its steps, as a time-line has them: facts that another's fact tells of already are left out."""

    case: str
    steps: tuple[Step, ...]


def traces(facts: Iterable[Recorded]) -> tuple[Trace, ...]:
    """A trace for each order that something happened to, by its id. What belongs to no order is in none."""
    recorded = [fact for fact in facts if type(fact.event) in ACTIVITIES]
    cases = cases_of(event_log(recorded).objects)
    found: dict[str, list[Recorded]] = {}
    for fact in recorded:
        for case in cases[object_id(fact)]:
            found.setdefault(case, []).append(fact)
    return tuple(Trace(case.partition(":")[2], tuple(_steps(found[case]))) for case in sorted(found))


def cases_of(objects: Iterable[LogObject]) -> dict[str, frozenset[str]]:
    """For each object of a log the orders it belongs to, all by their ids in the log."""
    by_id = {each.id: each for each in objects}
    known: dict[str, frozenset[str]] = {}
    for each in by_id.values():
        _cases(each, by_id, known)
    return known


def _cases(each: LogObject, by_id: Mapping[str, LogObject], known: dict[str, frozenset[str]]) -> frozenset[str]:
    if each.id not in known:
        roles = _UPSTREAM.get(each.type, frozenset())
        above = [by_id[relation.object] for relation in each.relations if relation.qualifier in roles]
        own = {each.id} if each.type == CASE else set()
        known[each.id] = frozenset(own.union(*(_cases(one, by_id, known) for one in above)))
    return known[each.id]


def _steps(facts: Iterable[Recorded]) -> Iterator[Step]:
    """All facts have a part in the order, though what is told again is no step."""
    for fact in in_order(facts):
        activity = ACTIVITIES[type(fact.event)]
        if not activity.again:
            yield Step(activity.name, fact.at, fact.actor, f"{object_id(fact)}#{fact.sequence}")
