"""The time-line of an order: what happened to it and to its papers, one sentence a fact, oldest first."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from attrs import frozen

from otcore.orders.events import EVENTS
from otcore.process.advances import ADVANCES
from otcore.process.goods import SHIPMENTS
from otcore.process.money import MONEY, PAID
from otcore.process.orders import ORDERS
from otcore.process.returns import RETURNS
from otcore.process.sentence import Sentence
from otcore.values.command import Query
from otcore.values.recorded import Recorded

SENTENCES: Mapping[type, Sentence] = {**ORDERS, **ADVANCES, **SHIPMENTS, **RETURNS, **MONEY}
"""How every fact of an order and its papers is told."""

_NAMES = ("shipment", "invoice", "return_id", "note")
"""Under which names a fact of an order says which paper it is about."""


@frozen
class Entry:
    """One thing that happened. `what`: a stable code, `why`: a reason or a code, empty where none was given.

    `kind` and `document`: the aggregate it happened to ("shipment", "S1"); `at` aware, UTC.
    """

    at: datetime
    actor: str
    what: str
    text: str
    why: str
    kind: str
    document: str


@frozen
class AskTimeline(Query[tuple[Entry, ...]]):
    """What happened to an order, its shipments, returns, invoices and payments; `NotFound` for an unknown order.

    `whole`: with facts that another paper's fact tells of already.
    """

    order: str
    whole: bool = False


def timeline(recorded: Iterable[Recorded], whole: bool = False) -> tuple[Entry, ...]:
    """The facts in order of time; those of one moment as the order's own facts name their papers, then by paper."""
    return tuple(_entry(each) for each in in_order(recorded) if whole or not SENTENCES[type(each.event)].again)


def in_order(recorded: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """The facts of an order and its papers as a time-line has them."""
    facts = sorted(recorded, key=lambda each: each.sequence)
    named = _named(facts)
    return tuple(sorted(facts, key=lambda each: _place(each, named)))


def _named(facts: Iterable[Recorded]) -> dict[tuple[datetime, str], int]:
    """By moment and paper: the sequence of the order's first fact that names the paper."""
    named: dict[tuple[datetime, str], int] = {}
    for each in facts:
        if isinstance(each.event, EVENTS):
            for name in _NAMES:
                paper = getattr(each.event, name, None)
                if paper is not None:
                    named.setdefault((each.at, paper), each.sequence)
    return named


def _place(each: Recorded, named: Mapping[tuple[datetime, str], int]) -> tuple[Any, ...]:
    """A paper's facts stand behind the order's fact that names it; money, and what no fact names, behind all others."""
    stream = each.stream
    if isinstance(each.event, EVENTS):
        return (each.at, 0, each.sequence, "", "", 0)
    after = None if type(each.event) in PAID else named.get((each.at, stream.id))
    return (each.at, int(after is None), after or 0, stream.kind, stream.id, each.sequence)


def _entry(each: Recorded) -> Entry:
    sentence, stream = SENTENCES[type(each.event)], each.stream
    text, why = sentence.text(each.event), sentence.why(each.event)
    if stream.kind != "order" and stream.id not in text:
        text = f"{stream.id}: {text}"
    return Entry(each.at, each.actor, sentence.what, text, why, stream.kind, stream.id)
