"""The fingerprint of a command: the same under an idempotency key means the same thing is asked for again."""

from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from attrs import NOTHING, fields, has

from otcore.values.command import Command
from otcore.values.decimals import plain


def fingerprint(command: Command[Any]) -> str:
    """SHA-256 over the command's type and every field that is not its default.

    A default is left out, so that a command gets the same fingerprint after a release that knows more fields.
    """
    return sha256(said(command).encode()).hexdigest()


def said(value: object) -> str:
    """A value as text; equal values give equal text, different ones different text."""
    if has(type(value)):
        return f"{type(value).__name__}({', '.join(_stated(value))})"
    if isinstance(value, tuple):
        return f"[{', '.join(map(said, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {said(value[key])}' for key in sorted(value))}}}"
    return plain(value) if isinstance(value, Decimal) else repr(value)


def _stated(value: Any) -> list[str]:
    held = [(field.name, getattr(value, field.name), field.default) for field in fields(type(value))]
    return [f"{name}={said(item)}" for name, item, default in held if default is NOTHING or item != default]
