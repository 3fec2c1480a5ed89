"""Faults of lines and their parts."""

from collections.abc import Iterator

from otcore.invoicing.contradictions.adjustments import line_adjustment_faults
from otcore.invoicing.contradictions.amounts import Stating
from otcore.invoicing.contradictions.taxes import taxes_faults
from otcore.invoicing.lines import LineInput
from otcore.values.faults import Fault


def lines_faults(lines: tuple[LineInput, ...], stating: Stating, path: str) -> Iterator[Fault]:
    """Those of every line; ids are unique over lines and parts alike."""
    currency, ids, parted = stating.currency, set(), False
    for index, line in enumerate(lines):  # every invoice comes this way: most lines have nothing more to look at
        ids.add(line.id)
        if line.price.currency != currency:
            yield stating.mismatch(line.price.currency, f"{path}/{index}/price")
        if line.adjustments or line.taxes or line.parts:
            yield from _line_faults(line, stating, f"{path}/{index}")
            parted = parted or bool(line.parts)
    if parted or len(ids) < len(lines):
        yield from _duplicates(_with_parts(lines, path))


def _line_faults(line: LineInput, stating: Stating, path: str) -> Iterator[Fault]:
    yield from line_adjustment_faults(line.adjustments, stating, f"{path}/adjustments")
    yield from taxes_faults(line.taxes, stating, f"{path}/taxes", units=True)
    if line.parts:
        yield from _parts_faults(line, stating, path)


def _parts_faults(line: LineInput, stating: Stating, path: str) -> Iterator[Fault]:
    """A line is worth what its parts are worth (KoSIT BR-DEX-02), and they are taxed as it is."""
    if line.adjustments:
        message = "a line with parts is worth what they are: adjust those"
        yield Fault("PART_ADJUSTMENTS", message, f"{path}/adjustments")
    for index, part in enumerate(line.parts):
        place = f"{path}/parts/{index}"
        if (part.tax.code, part.tax.rate) != (line.tax.code, line.tax.rate):
            yield Fault("PART_TAX", "a part is taxed as its line is", f"{place}/tax")
        if part.taxes:
            yield Fault("PART_TAX", "a part bears the taxes of its line", f"{place}/taxes")
    yield from _lines_of_parts(line.parts, stating, f"{path}/parts")


def _lines_of_parts(parts: tuple[LineInput, ...], stating: Stating, path: str) -> Iterator[Fault]:
    for index, part in enumerate(parts):
        place = f"{path}/{index}"
        if part.price.currency != stating.currency:
            yield stating.mismatch(part.price.currency, f"{place}/price")
        yield from line_adjustment_faults(part.adjustments, stating, f"{place}/adjustments")
        if part.parts:
            yield from _parts_faults(part, stating, place)


def _with_parts(lines: tuple[LineInput, ...], path: str) -> Iterator[tuple[str, str]]:
    """Every id and its place, a line before its parts."""
    for index, line in enumerate(lines):
        yield line.id, f"{path}/{index}"
        yield from _with_parts(line.parts, f"{path}/{index}/parts")


def _duplicates(ids: Iterator[tuple[str, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for line_id, path in ids:
        if line_id in seen:
            yield Fault("LINE_ID_DUPLICATE", f"line id {line_id!a} is used before", f"{path}/id")
        seen.add(line_id)
