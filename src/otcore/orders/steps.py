"""The next possible steps of an order."""

from datetime import date
from typing import Any

from attrs import frozen

from otcore.values.command import Command, Query


@frozen
class Step:
    """One thing that could be asked now. `name`: the command as it is named outside. `about`: the hold, side, shipment
    or return it is about, empty for the whole order.

    Possible: `command` would be done. Not `possible`: it would be refused with this `code`, and `reason` says the facts
    behind that. Another one, with other lines or quantities, may fare otherwise.
    """

    name: str
    about: str
    possible: bool
    command: Command[Any]
    code: str = ""
    reason: str = ""


@frozen
class AskSteps(Query[tuple[Step, ...]]):
    """Every step of an order, with the reason for each that is not possible on this day. `NotFound`: no such order.

    The rules are those of the commands themselves; whether the actor may take the step is the access policy's to say.
    """

    order: str
    day: date
