"""Times as event logs write them."""

from datetime import UTC, datetime


def moment(at: datetime) -> str:
    """ISO 8601 in UTC with microseconds: `2026-03-02T12:00:00.000000+00:00`."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
