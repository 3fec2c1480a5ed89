"""What can be wrong: the root of every error, faults in an input, and the business "no".

Codes are public: stable, never reused for another meaning. Errors carry plain facts, never domain objects.
"""

from collections.abc import Mapping
from typing import Self

from attrs import evolve, field, frozen

PlainFact = str | int | bool | tuple[str, ...] | None


class OtcoreError(Exception):
    """The root of every error that otcore raises on purpose."""


@frozen
class Fault:
    """One thing wrong with an input.

    `path` says where: a JSON pointer ("/lines/3/quantity") or a place in a file ("line 12"); "" is the whole input.
    """

    code: str
    message: str
    path: str = ""
    facts: Mapping[str, str] = field(factory=dict, hash=False)

    def __str__(self) -> str:
        return " ".join(part for part in (self.code, f"{self.path}:" if self.path else "", self.message) if part)

    def at(self, prefix: str) -> "Fault":
        """The same fault, seen from one level further out."""
        return evolve(self, path=_joined(prefix, self.path))


class Invalid(OtcoreError):
    """An input that cannot be taken, with every fault found in it."""

    faults: tuple[Fault, ...]

    def __init__(self, *faults: Fault) -> None:
        if not faults:
            raise TypeError("Invalid needs at least one fault")
        super().__init__(*faults)
        self.faults = faults

    @classmethod
    def one(cls, code: str, message: str, path: str = "", **facts: object) -> Self:
        """An error of a single fault; the facts are kept as text."""
        return cls(Fault(code, message, path, {name: str(value) for name, value in facts.items()}))

    def at(self, prefix: str) -> Self:
        """The same faults, each path prefixed."""
        return type(self)(*(fault.at(prefix) for fault in self.faults))

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class Rejected(OtcoreError):
    """A well-formed request that the rules refuse: a stable code and the facts that led to it."""

    code: str
    facts: dict[str, PlainFact]

    def __init__(self, code: str, /, **facts: PlainFact) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}: {facts}" if facts else self.code

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments; the facts travel as state (process pools pickle
        # errors).
        return type(self), (self.code,), {"facts": self.facts}


def _joined(prefix: str, path: str) -> str:
    if not prefix or not path or path.startswith("/"):
        return prefix + path
    return f"{prefix} {path}"
