"""A command done under the access policy, and written on the audit trail; both in the command's own unit of work."""

from collections.abc import Callable
from typing import Any

from otcore.access.asked import AccessRefused, Asked, refused
from otcore.access.audit import not_taken, taken
from otcore.access.policy import everyone
from otcore.ports.kinds import Kept
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.workflows import audit
from otcore.workflows.house import House
from otcore.workflows.permits.sensitive import check_of
from otcore.workflows.requests import Flow, Who

Serve = Callable[[Any, House], Flow[Kept[Any]]]


class Permit:
    """What is asked about one command, as far as it is known: each look at the books may add to it."""

    def __init__(self, command: Command[Any], house: House) -> None:
        self._command = command
        self._house = house
        self._check = check_of(command)
        self._asked: Asked | None = None

    @property
    def needless(self) -> bool:
        """Whether nobody is refused and nothing is written down."""
        return self._house.access is everyone and not self._written

    def enter(self) -> Flow[None]:
        """May the actor do this at all? Asked before anything is looked at, so a stranger learns nothing."""
        self._asked = None
        actor = yield from Who()
        self._ask(self._check.question(self._command, actor))

    def do(self, serve: Serve) -> Flow[Kept[Any]]:
        """The command done, if it may be now that its worth and makers are known; written down if it is sensitive."""
        assert self._asked is not None, "a permit is entered first"
        self._ask((yield from self._check.look(self._command, self._asked)))
        kept = yield from serve(self._command, self._house)
        asked = self._ask((yield from self._check.outcome(self._command, kept.some, self._asked)))
        if self._check.sensitive:
            yield from audit.record(taken(asked))
        return kept

    def refusal(self, error: Rejected) -> Callable[[], Flow[None]] | None:
        """The flow that writes a refusal down; None: it is not kept."""
        asked = self._asked
        if asked is None or not (self._written or isinstance(error, AccessRefused)):
            return None
        event = not_taken(asked, error)
        return lambda: audit.record(event)

    @property
    def _written(self) -> bool:
        """Whether every refusal of the command is written down, not the policy's alone."""
        return self._check.sensitive or self._house.every_refusal

    def _ask(self, asked: Asked) -> Asked:
        if asked != self._asked:
            self._asked = asked
            refusal = self._house.access(asked)
            if refusal:
                raise refused(asked, refusal)
        return asked
