"""What a remittance text says, in a form that tests compare."""

from otcore.reconciliation.remittance import Part, fields_of


def said(*lines: str) -> list[tuple[Part, str]]:
    """Part and text of each field."""
    return [(field.part, field.text) for field in fields_of(lines)]


def remittance(*lines: str) -> list[str]:
    """The texts that are remittance information."""
    return [text for part, text in said(*lines) if part is Part.REMITTANCE]


def words_at(lines: tuple[str, ...], field, start: int = 0, end: int | None = None) -> str:
    """What stands in the lines where the field says that it was found."""
    spans = field.spans(start, len(field.text) if end is None else end)
    return "".join(lines[span.line][span.start : span.end] for span in spans)
