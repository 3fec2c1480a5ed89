"""How the question about a command is put together: which action, on what, worth how much, made by whom."""

from collections.abc import Callable
from typing import Any

from attrs import evolve, fields, frozen

from otcore.access.action import action_of
from otcore.access.asked import Asked
from otcore.values.command import Command
from otcore.values.money import Money
from otcore.workflows.requests import Flow

Look = Callable[[Any, Asked], Flow[Asked]]
"""The question with what the books say before the command is done."""
Outcome = Callable[[Any, Any, Asked], Flow[Asked]]
"""The question with what the command led to, whose state is given, before that is stored."""

_LONGEST = 200
"""Of a subject's name this much is kept: a command that is refused may be about anything."""


def by_name(command: Command[Any]) -> str:
    """The action that follows from the command's own name."""
    return action_of(type(command).__name__)


def named(action: str) -> Callable[[Any], str]:
    """An action that the command's own name does not give."""
    return lambda command: action


def first_field(command: Any) -> str:
    """What a command is about: "order:4711", "product:needle"."""
    name = fields(type(command))[0].name
    value = getattr(command, name)
    id = value if isinstance(value, str) else getattr(value, "id", "")
    return f"{name}:{id}"


def nothing_more(command: Any, asked: Asked) -> Flow[Asked]:
    """The command says it all."""
    yield from ()
    return asked


def as_asked(command: Any, state: Any, asked: Asked) -> Flow[Asked]:
    """The outcome adds nothing."""
    yield from ()
    return asked


@frozen
class Check:
    """What to ask about a command.

    `sensitive`: written on the audit trail when it is done, and when the business refuses it; what a policy refuses is
    written there always.
    """

    action: Callable[[Any], str] = by_name
    look: Look = nothing_more
    outcome: Outcome = as_asked
    sensitive: bool = True
    subject: Callable[[Any], str] = first_field

    def question(self, command: Command[Any], actor: str) -> Asked:
        """What is asked before anything is looked at."""
        return Asked(action=self.action(command), actor=actor, subject=self.subject(command)[:_LONGEST])


def worth(amount: Callable[[Any], Money]) -> Outcome:
    """As much as an amount of the state that the command led to."""

    def outcome(command: Any, state: Any, asked: Asked) -> Flow[Asked]:
        yield from ()
        return evolve(asked, amount=amount(state))

    return outcome


worth_its_value = worth(lambda state: state.value)
"""As much as the whole document, tax included."""
worth_open_value = worth(lambda state: state.open_value)
"""As much as what of the order is neither shipped nor given up."""


def up_to(limit: Money | None, asked: Asked) -> Asked:
    """As much as a limit that is granted; None grants more than any amount."""
    return evolve(asked, amount=limit, unlimited=limit is None)
