"""Moments in UTC: of two in one zone, Python compares and subtracts what the clocks say, which is not what passed."""

from datetime import UTC, datetime

from otcore.values.faults import Invalid


def utc(at: datetime) -> datetime:
    """The moment in UTC. Raises `Invalid` AT_NOT_AWARE for one that does not say in which zone it is."""
    if at.utcoffset() is None:
        raise Invalid.one("AT_NOT_AWARE", f"{at.isoformat()} has no time zone; say which, best UTC", "/at")
    return at.astimezone(UTC)


def utc_or_none(at: datetime | None) -> datetime | None:
    """The moment in UTC, where there is one."""
    return None if at is None else utc(at)
