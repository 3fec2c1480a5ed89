"""When a call happens."""

from datetime import datetime

from otcore.ports.clock import Clock
from otcore.values.faults import Invalid


def moment(at: datetime | None, clock: Clock) -> datetime:
    """The host's moment, else the clock's. Raises `Invalid` AT_NOT_AWARE when it does not say in which time zone."""
    now = at or clock.now()
    if now.utcoffset() is None:
        raise Invalid.one("AT_NOT_AWARE", f"{now.isoformat()} has no time zone; say which, best UTC", "/at")
    return now
