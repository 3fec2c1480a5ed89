"""Does the order say all that the house needs, and no more than it takes?"""

from collections.abc import Iterator

from otcore.orders.policy import Required
from otcore.orders.rules.subject import Placing
from otcore.orders.verdict import Finding


def complete(placing: Placing) -> tuple[Finding, ...]:
    """FIELD_REQUIRED: what the house needs is filled in."""
    return tuple(
        finding
        for each in placing.policy.required
        for text in _missing(placing, each)
        for finding in each.then.of("FIELD_REQUIRED", text)
    )


def not_too_long(placing: Placing) -> tuple[Finding, ...]:
    """TOO_MANY_LINES: more lines than the house takes on one order."""
    size, count = placing.policy.size, len(placing.command.lines)
    if size.lines is None or count <= size.lines:
        return ()
    return size.lines_then.of("TOO_MANY_LINES", f"{count} lines, {size.lines} at most")


def _missing(placing: Placing, required: Required) -> Iterator[str]:
    place, _, name = required.field.rpartition(".")
    if place == "lines":
        yield from (f"line {line.id}: {name}" for line in placing.command.lines if _empty(getattr(line, name)))
        return
    details = placing.command.details
    within = details.delivery if place else details
    if within is None or _empty(getattr(within, name)):
        yield required.field


def _empty(value: object) -> bool:
    return value is None or value in ("", ())
