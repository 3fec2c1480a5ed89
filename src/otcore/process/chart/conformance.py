"""Conformance: what happened that the tables do not allow, and what should have happened and did not."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from otcore.process.chart.cases import Step, Trace
from otcore.process.chart.expected import EXPECTED, Expected
from otcore.process.chart.replay import cycles
from otcore.process.chart.shares import share
from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.streams import fact_id, streams_of
from otcore.values.recorded import Recorded


@frozen
class Unallowed:
    """A fact that its table does not allow. `fact`: its id in the log; `state`: where things stood, "" before the
    first fact.
    """

    fact: str
    activity: str
    state: str
    at: datetime
    actor: str


@frozen
class Missing:
    """Something that was to follow in a case and did not: after `after`, since `since`, one of `expected`.

    `paper`: the id of the paper that it was to happen to; "" where any of the case will do.
    """

    case: str
    after: str
    since: datetime
    expected: tuple[str, ...]
    paper: str = ""


@frozen
class Conformance:
    """`judged`: facts that a table speaks of; `unjudged`: those of kinds that have none."""

    judged: int
    unjudged: int
    unallowed: tuple[Unallowed, ...]
    missing: tuple[Missing, ...]

    @property
    def fitness(self) -> Decimal | None:
        """The share of the judged facts that were allowed, rounded half up to 6 places; None: nothing was judged."""
        return share(self.judged - len(self.unallowed), self.judged) if self.judged else None


def conformance(
    facts: Iterable[Recorded], traces: Iterable[Trace], expected: Sequence[Expected] = EXPECTED
) -> Conformance:
    """These facts, each stream in its order, held against the tables; what their traces lack of what was to follow."""
    streams = streams_of(facts)
    judged = [each for stream in streams.values() for each in _judged(stream)]
    unallowed = tuple(_unallowed(fact, broken) for fact, broken in judged if broken)
    missing = tuple(each for trace in traces for each in _missing(trace, expected))
    return Conformance(len(judged), sum(map(len, streams.values())) - len(judged), unallowed, missing)


def _judged(stream: list[Recorded]) -> Iterator[tuple[Recorded, tuple[str, ...]]]:
    """Each fact that a table speaks of, and where things stood by the tables that do not allow it."""
    tables = cycles(stream[0].stream.kind)
    for fact in stream:
        speaking = [(cycle, _name(cycle.state)) for cycle in tables if cycle.knows(type(fact.event))]
        if speaking:
            yield fact, tuple([said for cycle, said in speaking if not cycle.takes(type(fact.event))])


def _name(state: StrEnum | None) -> str:
    return "" if state is None else state.value


def _unallowed(fact: Recorded, states: tuple[str, ...]) -> Unallowed:
    activity = ACTIVITIES[type(fact.event)].name
    return Unallowed(fact_id(fact), activity, states[0], fact.at, fact.actor)


def _missing(trace: Trace, expected: Sequence[Expected]) -> Iterator[Missing]:
    for rule in expected:
        papers: dict[str, list[Step]] = {}
        for step in trace.steps:
            papers.setdefault(step.paper if rule.same else "", []).append(step)
        for paper, steps in papers.items():
            since = max((step.at for step in steps if step.activity == rule.after), default=None)
            if since and not any(step.activity in rule.one_of and step.at >= since for step in steps):
                yield Missing(trace.case, rule.after, since, rule.one_of, paper)
