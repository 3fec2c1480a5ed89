"""The store against a model of a few dictionaries, driven by Hypothesis in any order it can think of."""

from copy import deepcopy
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

from attrs import define, field
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from otcore.ports.outbox import Notice
from otcore.ports.storage import Answer, Store, Where
from otcore.receivables.ledger import Entry, EntryKind
from otcore.testing.tally import (
    PURSE,
    TALLY,
    Event,
    Part,
    PartAdded,
    Tally,
    TallyClosed,
    TallyOpened,
    TallyRelabelled,
    evolve,
)
from otcore.testing.work import NOW, context
from otcore.values.money import Money
from otcore.values.scope import Scope

_RUNS = count(1)
_LEASE = NOW + timedelta(minutes=1)

_kinds = st.sampled_from((TALLY, PURSE))
_moments = st.none() | st.integers(-1, 5).map(lambda seconds: NOW + timedelta(seconds=seconds))
_ids = st.sampled_from(("a", "b", "c"))
_names = st.sampled_from(("", "x", "y"))
_statuses = st.sampled_from(("", "open", "closed"))
_days = st.none() | st.dates(date(2026, 1, 30), date(2026, 2, 2))
_amounts = st.integers(-(10**12), 10**12).map(lambda minor: Money.from_minor(minor, "EUR"))
_notes = st.dictionaries(st.text("ab", max_size=2), st.text("xy", max_size=2), max_size=2)


@define
class Model:
    """What a store should hold."""

    facts: dict[tuple[str, str], list[Event]] = field(factory=dict)
    happened: list[tuple[datetime, str, str, int]] = field(factory=list)
    entries: list[tuple[datetime, Entry]] = field(factory=list)
    series: dict[str, int] = field(factory=dict)
    keys: dict[str, Answer] = field(factory=dict)
    messages: list[str] = field(factory=list)

    def state(self, kind: str, id: str) -> Tally | None:
        """The state that follows from the facts."""
        state: Tally | None = None
        for event in self.facts.get((kind, id), ()):
            state = evolve(state, event)
        return state


class Machine(RuleBasedStateMachine):
    """One unit of work after another, a second apart, in a scope of its own."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._scope = Scope(f"run {next(_RUNS)}", "entity")
        self._seconds = count()
        self._committed = Model()
        self._begin()

    def _begin(self) -> None:
        self._model = deepcopy(self._committed)
        self._announced: list[str] = []
        self._at = NOW + timedelta(seconds=next(self._seconds))
        self._unit = self._store.begin(context(self._scope, self._at))

    @rule(kind=_kinds, id=_ids, owner=_names, label=_names, day=_days, notes=_notes, amount=_amounts)
    def save(
        self, kind: Any, id: str, owner: str, label: str, day: date | None, notes: dict[str, str], amount: Money
    ) -> None:
        kept = self._unit.load(kind, id, for_update=len(notes) == 1)
        opening = TallyOpened(id, owner, label, day, notes=notes)
        events: tuple[Event, ...] = (PartAdded(Part(amount, note=notes)),) if kept.version else (opening,)
        self._keep(kind, id, events)

    @rule(kind=_kinds, id=_ids, owner=_names, label=_names, day=_days, close=st.booleans())
    def move(self, kind: Any, id: str, owner: str, label: str, day: date | None, close: bool) -> None:
        if self._unit.load(kind, id).version:
            self._keep(kind, id, (TallyRelabelled(owner, label, day), *((TallyClosed(),) if close else ())))

    def _keep(self, kind: Any, id: str, events: tuple[Event, ...]) -> None:
        self._unit.save([self._unit.load(kind, id).after(events)])
        facts = self._model.facts.setdefault((kind.name, id), [])
        self._model.happened += [(self._at, kind.name, id, len(facts) + n) for n in range(1, len(events) + 1)]
        facts.extend(events)

    @rule(amount=_amounts, party=_names, day=st.dates(date(2026, 1, 30), date(2026, 2, 2)))
    def append(self, amount: Money, party: str, day: date) -> None:
        entry = Entry(EntryKind.ISSUED, day, amount, party)
        self._unit.append([entry])
        self._model.entries.append((self._at, entry))

    @rule(series=_names)
    def number(self, series: str) -> None:
        expected = self._model.series[series] = self._model.series.get(series, 0) + 1
        assert self._unit.number(series) == expected

    @rule(key=st.sampled_from(("k", "l")), id=_ids)
    def claim(self, key: str, id: str) -> None:
        known = self._model.keys.get(key)
        assert self._unit.claim(key, "print") == known
        if known is None:
            self._unit.answer(key, Answer("tally", id, 1))
            self._model.keys[key] = Answer("tally", id, 1)

    @rule(subject=_names)
    def announce(self, subject: str) -> None:
        self._unit.announce(Notice("topic", subject))
        self._announced.append(subject)

    @rule(limit=st.integers(1, 3))
    def deliver(self, limit: int) -> None:
        posted = self._unit.take(limit, _LEASE)
        assert [message.notice.subject for message in posted] == self._model.messages[:limit]
        self._unit.delivered(posted)
        del self._model.messages[:limit]

    @rule(owner=_names, labels=st.sets(_names), status=_statuses, until=_days, kind=_kinds)
    def find(self, owner: str, labels: set[str], status: str, until: date | None, kind: Any) -> None:
        where = Where(owner, tuple(sorted(labels - {""})), status, until)
        states = {id: self._model.state(kind.name, id) for id in "abc"}
        expected = [(id, state) for id, state in states.items() if state is not None and _fits(state, where)]
        assert [(kept.id, kept.state) for kept in self._unit.find(kind, where)] == expected

    @rule(until=_days, party=_names, known=_moments)
    def look(self, until: date | None, party: str, known: datetime | None) -> None:
        rows = [row for at, row in self._model.entries if known is None or at <= known]
        expected = [row for row in rows if party in ("", row.party) and (until is None or row.day <= until)]
        assert list(self._unit.entries(until, party, known)) == expected

    @rule(kinds=st.sets(_kinds), until=_moments)
    def look_back(self, kinds: set[Any], until: datetime | None) -> None:
        names = sorted(kind.name for kind in kinds)
        places = [place for place in self._model.happened if not names or place[1] in names]
        found = [
            (fact.at, fact.stream.kind, fact.stream.id, fact.sequence) for fact in self._unit.happened(names, until)
        ]
        assert found == sorted(place for place in places if until is None or place[0] <= until)

    @invariant()
    def states_and_facts_are_those_of_the_model(self) -> None:
        for kind in (TALLY, PURSE):
            for kept in self._unit.load_many(kind, "abc"):
                facts = self._model.facts.get((kind.name, kept.id), [])
                assert kept.state == self._model.state(kind.name, kept.id)
                assert kept.version == len(facts)

    @rule(kind=_kinds, id=_ids)
    def read_history(self, kind: Any, id: str) -> None:
        facts = self._model.facts.get((kind.name, id), [])
        assert [fact.event for fact in self._unit.history(kind, id)] == facts

    @rule()
    def commit(self) -> None:
        self._unit.commit()
        self._model.messages += self._announced
        self._committed = self._model
        self._unit.close()
        self._begin()

    @rule()
    def roll_back(self) -> None:
        self._unit.close()
        self._begin()

    def teardown(self) -> None:
        self._unit.close()


def _fits(tally: Tally, where: Where) -> bool:
    return (
        where.party in ("", tally.owner)
        and (not where.references or tally.label in where.references)
        and where.status in ("", tally.status)
        and (where.until is None or (tally.day is not None and tally.day <= where.until))
    )


class LikeTheModel:
    """Whatever is asked of it, in whatever order."""

    def test_the_store_behaves_as_a_few_dictionaries_would(self, store: Store) -> None:
        checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
        bounded = settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=checks,
        )
        start: Any = partial(Machine, store)  # what makes a machine; the annotation there wants the class itself
        run_state_machine_as_test(start, settings=bounded)
