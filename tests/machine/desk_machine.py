"""A stateful machine over a desk: what is in the store, and commands that may be refused."""

from typing import Any

from hypothesis.stateful import RuleBasedStateMachine

import otcore as ot
from tests.workflows.desk import Desk


class DeskMachine(RuleBasedStateMachine):
    """Has a desk once it is begun."""

    desk: Desk

    def all(self, kind: Any) -> tuple[Any, ...]:
        """Every aggregate of a kind."""
        found: tuple[Any, ...] = self.desk.otc.ask(ot.Every(kind))
        return found

    def one(self, kind: Any, at: int) -> Any:
        """One of them, by any number."""
        found = self.all(kind)
        return found[at % len(found)]

    def do(self, command: Any) -> Any:
        """What a command answers; nothing where it is refused."""
        try:
            return self.desk.handle(command)
        except (ot.Rejected, ot.Invalid, ot.NotFound):
            return None
