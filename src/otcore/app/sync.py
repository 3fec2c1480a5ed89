"""`OrderToCash`: the whole of order to cash behind four calls."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from otcore.app.attempt import Attempt
from otcore.app.clock import SystemClock
from otcore.app.moment import moment
from otcore.app.routes import query_flow
from otcore.ports.clock import Clock
from otcore.ports.outbox import Posted, Publisher
from otcore.ports.storage import Context, Store, UnitOfWork
from otcore.values.command import Command, Query
from otcore.values.faults import Rejected
from otcore.values.scope import Scope
from otcore.workflows.drivers import TRIES, run
from otcore.workflows.due import DUE, Due
from otcore.workflows.house import House
from otcore.workflows.outbox import delivered, take
from otcore.workflows.requests import Flow

R = TypeVar("R")

MAIN = Scope("main", "main")
"""The scope of a host that has one tenant and one legal entity."""
LEASE = timedelta(minutes=5)
"""How long a relay may hold messages before another may take them."""
AUDIT_TRIES = 100
"""How often a refusal is tried to be written down: whoever is refused again and again must not lose the trail by it."""


class OrderToCash:
    """Order to cash over a store, for one legal entity.

    Every call is one or more units of work, each committed whole or not at all; a lost race is tried again up to
    `tries` times, then `Conflict` is raised. The object keeps no state and may be shared between threads.
    """

    def __init__(
        self,
        store: Store,
        house: House,
        *,
        scope: Scope = MAIN,
        actor: str = "host",
        clock: Clock | None = None,
        publisher: Publisher | None = None,
        tries: int = TRIES,
    ) -> None:
        self._store = store
        self._house = house
        self._scope = scope
        self._actor = actor
        self._clock = clock or SystemClock()
        self._publisher = publisher
        self._tries = tries

    def handle(self, command: Command[R], *, key: str = "", actor: str = "", at: datetime | None = None) -> R:
        """Carry a command out; the state of what it was about comes back.

        `key`: an idempotency key; the same command under it again answers the same and does nothing, another command is
        `Rejected("KEY_REUSED")`. `actor` and `at` (aware, else `Invalid` AT_NOT_AWARE) are recorded with every fact.
        The house's access policy is asked whether the actor may; if not, that is `AccessRefused`, a `Rejected`.

        Raises `Rejected`, `Invalid`, `NotFound`, `Conflict`; then nothing of the command is stored. A refusal by the
        policy, or of a sensitive command, is on the audit trail (`AskAudit`); should that fail to be written, the
        refusal is raised all the same, and says why by its cause. `TypeError`: there is no such command.
        """
        attempt, begin = Attempt(command, self._house, key), partial(self._begin, actor, at)
        try:
            answer: R = run(attempt.start, begin, self._tries).some
        except Rejected as error:
            self._write_down(attempt.refusal(error), begin, error)
            raise
        return answer

    def ask(self, query: Query[R]) -> R:
        """Answer a question; nothing changes."""
        return run(query_flow(query, self._house), lambda: self._begin("", None, reading=True), self._tries)

    def tick(self, at: datetime | None = None) -> int:
        """Do what time alone brings about by this moment (`workflows.due`), each on its own; how much happened."""
        now = moment(at, self._clock)
        return sum(self._do(due, now) for due in DUE)

    def relay(self, limit: int = 100) -> int:
        """Hand waiting messages to the publisher, oldest first; how many arrived.

        A message that the publisher fails on stays, and those after it. After a crash a message may be handed over
        again.
        """
        if self._publisher is None:
            return 0
        until = self._clock.now() + LEASE
        arrived: list[Posted] = []
        try:
            for posted in self._run(lambda: take(limit, until)):
                self._publisher.publish(posted)
                arrived.append(posted)
        finally:
            self._run(lambda: delivered(tuple(arrived)))
        return len(arrived)

    def _write_down(
        self, trail: Callable[[], Flow[None]] | None, begin: Callable[[], UnitOfWork], why: Rejected
    ) -> None:
        """A refusal on the audit trail, in a unit of its own: the command's was rolled back."""
        if trail is None:
            return
        try:
            run(trail, begin, max(self._tries, AUDIT_TRIES))
        except Exception as failed:
            raise why from failed

    def _do(self, due: Due, now: datetime) -> int:
        day, house, begin = now.date(), self._house, partial(self._begin, "", now)
        found = run(partial(due.find, day, house), partial(begin, reading=True), self._tries)
        return sum(run(partial(due.done, id, day, house), begin, self._tries) for id in found)

    def _run(self, start: Callable[[], Flow[R]]) -> R:
        return run(start, lambda: self._begin("", None), self._tries)

    def _begin(self, actor: str, at: datetime | None, reading: bool = False) -> UnitOfWork:
        context = Context(self._scope, actor or self._actor, moment(at, self._clock))
        return self._store.begin(context, reading)
