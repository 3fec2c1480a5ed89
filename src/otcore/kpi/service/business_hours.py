"""Business hours: when somebody is there, in the place's own time; elapsed time and deadlines in them."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from types import MappingProxyType

from attrs import field, frozen

from otcore.kpi.service.moments import utc
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.faults import Invalid

Shift = tuple[time, time]
"""From, until: local time without a zone. Until midnight is `time.max`."""

Open = tuple[datetime, datetime]
"""A shift of one day as moments, in UTC."""

_NOTHING, _SECOND, _DAY = timedelta(0), timedelta(seconds=1), timedelta(days=1)
_SEARCHED = 3660
"""Days in which an open hour must be found: ten years."""


def _by_weekday(shifts: Mapping[int, tuple[Shift, ...]]) -> Mapping[int, tuple[Shift, ...]]:
    return MappingProxyType(dict(shifts))


@frozen
class BusinessHours:
    """Open hours by weekday (0 is Monday) on the working days of the calendar, in the zone's own time.

    Where clocks are put forward within a shift it is an hour shorter, where they are put back an hour longer: elapsed
    time is real time, in UTC. Local times that are passed over are the moment at which the clocks are put forward, so
    that a shift within them is none; of those that come twice the first counts.

    Raises `Invalid` SHIFT_ORDER for a shift that ends before it begins or overlaps another, NO_HOURS where nobody is
    ever there.
    """

    zone: tzinfo
    shifts: Mapping[int, tuple[Shift, ...]] = field(converter=_by_weekday)
    calendar: WorkCalendar = MONDAY_TO_FRIDAY

    def __attrs_post_init__(self) -> None:
        if not any(self.shifts.values()):
            raise Invalid.one("NO_HOURS", "nobody is ever there: no weekday has a shift")
        for weekday, shifts in self.shifts.items():
            edges = [edge for shift in shifts for edge in shift]
            if any(later < earlier for earlier, later in pairwise(edges)) or any(low == high for low, high in shifts):
                raise Invalid.one("SHIFT_ORDER", f"the shifts of weekday {weekday} are not in order", weekday=weekday)

    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        """Open time between two aware moments; zero where the end is not after the start."""
        start, end, spent = utc(start), utc(end), _NOTHING
        day, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        while day <= last:
            spent += sum((_overlap(opens, closes, start, end) for opens, closes in self._open(day)), _NOTHING)
            day += _DAY
        return spent

    def deadline(self, start: datetime, within: timedelta) -> datetime:
        """The first moment (UTC) at which so much open time has passed. Raises `Invalid` NO_HOURS after ten years.

        Law: `elapsed(start, deadline(start, within)) == within`.
        """
        start, left = utc(start), within
        for opens, closes in self._from(start):
            free = closes - max(opens, start)
            if free >= left:
                return max(opens, start) + left
            left -= free
        raise Invalid.one("NO_HOURS", f"{within} of open time do not pass within ten years", within=within)

    def _from(self, start: datetime) -> Iterator[Open]:
        first = start.astimezone(self.zone).date()
        for ahead in range(_SEARCHED):
            yield from (shift for shift in self._open(first + ahead * _DAY) if shift[1] > start)

    def _open(self, day: date) -> Iterator[Open]:
        """The day's shifts as moments in UTC."""
        if not self.calendar.is_working(day):
            return
        for opens, closes in self.shifts.get(day.weekday(), ()):
            yield self._moment(day, opens), self._moment(day, closes)

    def _moment(self, day: date, at: time) -> datetime:
        if at == time.max:
            return self._moment(day + _DAY, time.min)
        local = datetime.combine(day, at, self.zone)
        again = local.replace(fold=1)
        if _offset(local) < _offset(again):
            return _put_forward(again.astimezone(UTC), local.astimezone(UTC), self.zone)
        return local.astimezone(UTC)


def _offset(local: datetime) -> timedelta:
    return local.utcoffset() or _NOTHING


def _put_forward(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The first moment, to the second, at which the zone's clocks are as they are afterwards."""
    clocks = _offset(after.astimezone(zone))
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        if _offset(middle.astimezone(zone)) == clocks:
            after = middle
        else:
            before = middle
    return after.replace(microsecond=0)


def _overlap(opens: datetime, closes: datetime, start: datetime, end: datetime) -> timedelta:
    return max(min(closes, end) - max(opens, start), _NOTHING)
