"""When the goods are wanted."""

from collections.abc import Iterator

from otcore.orders.rules.subject import Placing
from otcore.orders.verdict import Finding
from otcore.values.period import Period


def delivered_in_time(placing: Placing) -> tuple[Finding, ...]:
    """DELIVERY_TOO_EARLY, DELIVERY_TOO_LATE, DELIVERY_NOT_WORKING_DAY: no day that is asked for fits the house."""
    then = placing.policy.delivery.then
    return tuple(
        finding
        for where, period in _wanted(placing)
        for code, text in _unfit(placing, period)
        for finding in then.of(code, f"{where}: {text}")
    )


def _wanted(placing: Placing) -> Iterator[tuple[str, Period]]:
    delivery = placing.command.details.delivery
    if delivery and delivery.requested:
        yield "order", delivery.requested
    yield from ((f"line {line.id}", line.requested) for line in placing.command.lines if line.requested)


def _unfit(placing: Placing, period: Period) -> Iterator[tuple[str, str]]:
    policy, calendar = placing.policy.delivery, placing.calendar
    earliest = policy.earliest
    if policy.lead is not None:
        led = calendar.add_working_days(placing.command.day, policy.lead)
        earliest = max(led, earliest or led)
    if earliest and period.end < earliest:
        yield "DELIVERY_TOO_EARLY", f"wanted by {period.end}, possible from {earliest}"
    if policy.latest and period.start > policy.latest:
        yield "DELIVERY_TOO_LATE", f"wanted from {period.start}, possible until {policy.latest}"
    if policy.working and calendar.next_working(period.start) > period.end:
        yield "DELIVERY_NOT_WORKING_DAY", f"no work is done on {period}"
