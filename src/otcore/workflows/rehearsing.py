"""A flow rehearsed: all that it would decide is decided, by its own rules on what is stored, and nothing is kept."""

from collections.abc import Hashable
from typing import Any

from attrs import evolve as changed

from otcore.ports.errors import NotFound
from otcore.ports.kinds import Kept
from otcore.values.faults import Invalid, OtcoreError, Rejected
from otcore.workflows.requests import Announce, Append, Find, Flow, Load, LoadMany, Number, Request, Save

Refusal = Rejected | Invalid | NotFound
Seen = dict[Hashable, Any]
"""What was read, for several rehearsals over the same books."""

NUMBER = 0
"""The number that a rehearsal is given: no series gives it away."""


def rehearse(flow: Flow[Any], seen: Seen) -> Flow[Refusal | None]:
    """How the flow would be refused; None: it would be done. It takes no lock, and changes nothing."""
    own = _Rehearsal(seen)
    try:
        request = next(flow)
        while True:
            try:
                answer = yield from own.answer(request)
            except OtcoreError as error:
                request = flow.throw(error)
            else:
                request = flow.send(answer)
    except StopIteration:
        return None
    except (Rejected, Invalid, NotFound) as refusal:
        return refusal
    finally:
        flow.close()


class _Rehearsal:
    """What is read once is known; what would be saved is seen by the rest of the same flow."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._saved: dict[tuple[str, str], Kept[Any]] = {}

    def answer(self, request: Request[Any]) -> Flow[Any]:
        if isinstance(request, Save):
            self._saved |= {(each.kind.name, each.id): _stored(each) for each in request.kept}
            return None
        if isinstance(request, Append | Announce):
            return None
        if isinstance(request, Number):
            return NUMBER
        if isinstance(request, Load):
            return self._saved.get((request.kind.name, request.id)) or (yield from self._read(request))
        found = yield from self._read(request)
        return tuple(map(self._newest, found)) if isinstance(request, LoadMany | Find) else found

    def _newest(self, found: Kept[Any]) -> Kept[Any]:
        return self._saved.get((found.kind.name, found.id), found)

    def _read(self, request: Request[Any]) -> Flow[Any]:
        key = _key(request)
        if key is None:
            return (yield from request)
        if key not in self._seen:
            reading: Request[Any] = changed(request, for_update=False)  # type: ignore[misc]  # these have the field
            self._seen[key] = yield from reading
        return self._seen[key]


def _key(request: Request[Any]) -> Hashable | None:
    if isinstance(request, Load):
        return Load, request.kind.name, request.id
    if isinstance(request, LoadMany):
        return LoadMany, request.kind.name, tuple(request.ids)
    if isinstance(request, Find):
        return Find, request.kind.name, request.where
    return None


def _stored(kept: Kept[Any]) -> Kept[Any]:
    return Kept(kept.kind, kept.id, kept.next_version, kept.state)
