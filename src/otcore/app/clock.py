"""The machine's clock, for hosts that do not bring their own."""

from datetime import UTC, datetime


class SystemClock:
    """This moment, in UTC."""

    def now(self) -> datetime:
        """What the machine says."""
        return datetime.now(UTC)
