"""What stands on a chart: names of steps and states, and how often and how long."""

from decimal import ROUND_HALF_EVEN, Decimal

from otcore.process.chart.graph import Edge, Node
from otcore.values.decimals import EXACT

_UNITS = ((Decimal(86400), "d"), (Decimal(3600), "h"), (Decimal(60), "min"))
_TENTH = Decimal("0.1")


def in_words(code: str) -> str:
    """`Order placed` for "order.placed"; a state as it is."""
    words = code.replace(".", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def node_lines(node: Node) -> tuple[str, ...]:
    """The name, and how often it happened where that was counted."""
    return tuple(filter(None, (in_words(node.name), f"{node.count} x" if node.count else "")))


def edge_text(edge: Edge) -> str:
    """How often and how long: `12 x, 3.5 d`; without what was not counted, or took no time."""
    took = duration(edge.median) if edge.median else ""
    return ", ".join(filter(None, (f"{edge.count} x" if edge.count else "", took)))


def duration(seconds: Decimal | None) -> str:
    """Seconds in the largest unit that fits, with one decimal: `3.5 d`, `2.0 h`, `45.0 s`; "" for none."""
    if seconds is None:
        return ""
    for size, unit in _UNITS:
        if abs(seconds) >= size:
            return f"{_tenths(EXACT.divide(seconds, size))} {unit}"
    return f"{_tenths(seconds)} s"


def _tenths(number: Decimal) -> Decimal:
    return number.quantize(_TENTH, ROUND_HALF_EVEN, EXACT)
