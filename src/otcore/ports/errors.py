"""How a port says no."""

from otcore.values.faults import OtcoreError


class Conflict(OtcoreError):
    """Somebody else changed the same thing first; the unit of work is lost and a fresh try may succeed."""


class NotFound(OtcoreError):
    """Nothing is stored under this kind and id (in this scope)."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__(f"NOT_FOUND: no {kind} {id!r}")
        self.code = "NOT_FOUND"
        self.kind = kind
        self.id = id


class GatewayError(OtcoreError):
    """A partner outside (bank, mail, message bus) failed; whether it did its work may be unknown."""
