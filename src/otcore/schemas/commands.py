"""The commands that may come as JSON, by the names they have outside."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from otcore.app.routes import COMMANDS as SERVED
from otcore.values.command import Command, words

COMMANDS: Mapping[str, type[Command[Any]]] = MappingProxyType(
    {"-".join(words(command.__name__)): command for command in SERVED}
)
"""Every command that is served, named for its class: `place-order` is `PlaceOrder`. Names once given stay."""
