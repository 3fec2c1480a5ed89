"""One command on its way: permitted, done once under its key, written down."""

from typing import Any

from otcore.app.fingerprint import fingerprint
from otcore.app.routes import serving
from otcore.ports.aggregates import KINDS
from otcore.ports.kinds import Kept
from otcore.ports.storage import Answer
from otcore.values.command import Command
from otcore.values.ids import identifier
from otcore.workflows.house import House
from otcore.workflows.permits.permit import Permit
from otcore.workflows.requests import Answered, Claim, Flow, History

_KINDS = {kind.name: kind for kind in KINDS}


class Attempt:
    """Made for one call; `start` may be called again after a lost race.

    With an idempotency key the command acts once and its answer is repeated. A repeat is asked about as a stranger's
    command is, without amount and makers: the amount may have changed since, and nothing happens. It is not written
    down again.
    """

    def __init__(self, command: Command[Any], house: House, key: str) -> None:
        self._command = command
        self._house = house
        self._key = identifier(key, "idempotency key") if key else ""
        self._serve = serving(command)
        self._permit = Permit(command, house)
        self.refusal = self._permit.refusal

    def start(self) -> Flow[Kept[Any]]:
        """A fresh flow."""
        if self._permit.needless and not self._key:
            return self._serve(self._command, self._house)
        return self._guarded()

    def _guarded(self) -> Flow[Kept[Any]]:
        if not self._permit.needless:
            yield from self._permit.enter()
        return (yield from self._once() if self._key else self._do())

    def _do(self) -> Flow[Kept[Any]]:
        if self._permit.needless:
            return self._serve(self._command, self._house)
        return self._permit.do(self._serve)

    def _once(self) -> Flow[Kept[Any]]:
        earlier = yield from Claim(self._key, fingerprint(self._command))
        if earlier is not None and earlier.kind:
            return (yield from _as_it_was(earlier))
        kept = yield from self._do()
        yield from Answered(self._key, Answer(kept.kind.name, kept.id, kept.next_version))
        return kept


def _as_it_was(earlier: Answer) -> Flow[Kept[Any]]:
    """The aggregate as the first answer showed it: its events up to that version."""
    kind = _KINDS[earlier.kind]
    facts = yield from History(kind, earlier.id)
    events = tuple(fact.event for fact in facts[: earlier.version])
    kept: Kept[Any] = Kept(kind, earlier.id).after(events)
    return Kept(kind, earlier.id, earlier.version, kept.state)
