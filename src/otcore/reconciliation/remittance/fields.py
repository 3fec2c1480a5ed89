"""A remittance text in fields: what its codes introduce, and what no code introduces."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from otcore.reconciliation.decision import Span
from otcore.reconciliation.remittance.codes import COUNTERPARTY, LABEL_ENDS
from otcore.reconciliation.remittance.joined import NEVER, Joined, concatenated, join
from otcore.reconciliation.remittance.marks import Mark, marks_in
from otcore.reconciliation.remittance.parts import Part
from otcore.reconciliation.remittance.subfields import subfields_of
from otcore.values.fast_init import fast_init

_AROUND = " /;:\t\r\n"
_LONGEST_REFERENCE = 35
_NOT_GIVEN = re.compile(r"(?:NOT ?PROVIDED|NON ?REF|KEINE)\b\s*", re.IGNORECASE)
_STRUCTURED = re.compile("(?:CUR|ISO|SCOR|OTHR|BBA|SWI)/+")
_SIGNS = re.compile(r"\s*\S+")

# How far a value goes where nothing else in the text says what is paid: then what follows it does.
_ENDS = {
    Part.PAYER_REFERENCE: re.compile(r"\S+"),
    Part.MANDATE: re.compile(r"\S+"),
    Part.CREDITOR_ID: re.compile(r"\S+"),
    Part.PURPOSE: re.compile(r"\S+"),
    Part.BANK: re.compile(r"\S+"),
    Part.ACCOUNT: re.compile(r"\S+(?: [A-Z0-9]{4}(?!\S))*(?: [0-9]{1,3}(?!\S))?"),
    Part.PAYER_NAME: re.compile(r"\S+(?:\s+[^\s0-9:=#]+(?!\S))*"),
    Part.PAYEE: re.compile(r"\S+(?:\s+[^\s0-9:=#]+(?!\S))*"),
}
# A value behind a label always ends so: other banks have other labels, and what they introduce must not be lost.
_NO_ENDS: Mapping[Part, re.Pattern[str]] = {}
_ENDS_OF_LABELS = {**_ENDS, Part.OTHER: re.compile(r"\S+"), Part.KIND: re.compile(r"\S+")}


@fast_init
@frozen
class TextField:
    """A part of a remittance text.

    `code` as it is known ("SVWZ+", "/REMI/", "ORIG:", "?32"), "" where there is none. `text`: the value, without
    blanks around it, broken lines joined. `start`: where it begins in `joined`, the text that it was found in.
    """

    code: str
    part: Part
    text: str
    start: int
    joined: Joined

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where `text[start:end]` stands in the lines, a span a line."""
        return self.joined.spans(self.start + start, self.start + end)

    def span(self, start: int, end: int) -> Span | None:
        """The first of `spans`."""
        return self.joined.span(self.start + start, self.start + end)


def fields_of(lines: Sequence[str]) -> tuple[TextField, ...]:
    """The fields of the lines of a remittance text, in their order; fields without a value are left out.

    What no code introduces is remittance information. A payer's own reference that says that there is none
    (NOTPROVIDED) is left out as well.
    """
    subfields = subfields_of(lines) or [("", Part.REMITTANCE, join(lines))]
    return tuple(field for code, part, text in subfields for field in _coded(text, code, part))


def remittance_of(lines: Sequence[str]) -> Joined:
    """What the payer says it pays, in one text without codes; it knows where its words stand in the lines.

    Fields of remittance information and structured references, set apart by blanks; empty where there are none.
    """
    said = [field for field in fields_of(lines) if field.part in _SAID]
    return concatenated((field.joined.part(field.start, field.start + len(field.text)) for field in said), full=NEVER)


_SAID = frozenset({Part.REMITTANCE, Part.CREDITOR_REFERENCE})


def _coded(joined: Joined, code: str, part: Part) -> Iterable[TextField]:
    marks = marks_in(joined.text) if part is Part.REMITTANCE else []
    if not marks:
        return _field(joined, code, part, 0, len(joined.text))
    return _divided(joined, [Mark(0, 0, code, part), *marks])


def _divided(joined: Joined, marks: list[Mark]) -> list[TextField]:
    ends = [mark.start for mark in marks[1:]] + [len(joined.text)]
    found = [field for mark, end in zip(marks, ends, strict=True) for field in _value(joined, mark, end)]
    forms = _NO_ENDS if any(field.part is Part.REMITTANCE for field in found) else _ENDS
    return [each for field in found for each in _with_rest(field, _ENDS_OF_LABELS if _is_label(field.code) else forms)]


def _value(joined: Joined, mark: Mark, end: int) -> Iterable[TextField]:
    if mark.code == "/CNTP/":
        return _counterparty(joined, mark, end)
    if mark.part is Part.PAYER_REFERENCE:
        return _reference(joined, mark, end)
    kind = _STRUCTURED.match(joined.text, mark.value, end) if mark.part is Part.CREDITOR_REFERENCE else None
    return _field(joined, mark.code, mark.part, kind.end() if kind else mark.value, end)


def _field(joined: Joined, code: str, part: Part, start: int, end: int) -> Sequence[TextField]:
    value = joined.text[start:end]
    text = value.strip(_AROUND)
    return (TextField(code, part, text, start + value.index(text), joined),) if text else ()


def _reference(joined: Joined, mark: Mark, end: int) -> Iterator[TextField]:
    """The payer's reference; what stands behind none, or behind one too long, is remittance information."""
    none = _NOT_GIVEN.match(joined.text, mark.value, end)
    middle = none.end() if none else _end_of_reference(joined.text, mark.value, end)
    if not none:
        yield from _field(joined, mark.code, mark.part, mark.value, middle)
    yield from _field(joined, "", Part.REMITTANCE, middle, end)


def _end_of_reference(text: str, start: int, end: int) -> int:
    if len(text[start:end].strip(_AROUND)) <= _LONGEST_REFERENCE:
        return end
    words = _SIGNS.match(text, start, end)
    return min(words.end() if words else end, start + _LONGEST_REFERENCE)


def _counterparty(joined: Joined, mark: Mark, end: int) -> Iterator[TextField]:
    start = mark.value
    for part in COUNTERPARTY:
        slash = joined.text.find("/", start, end)
        stop = end if slash < 0 else slash
        yield from _field(joined, mark.code, part, start, stop)
        start = min(stop + 1, end)
    yield from _field(joined, mark.code, Part.OTHER, start, end)


def _is_label(code: str) -> bool:
    return code[-1:] in LABEL_ENDS and code != ""


def _with_rest(field: TextField, forms: Mapping[Part, re.Pattern[str]]) -> Sequence[TextField]:
    """The field as far as its kind of value goes, and what follows as remittance information."""
    form = forms.get(field.part)
    match = form.match(field.text) if form else None
    if match is None or match.end() == len(field.text):
        return (field,)
    length = match.end()
    joined, start = field.joined, field.start
    value = _field(joined, field.code, field.part, start, start + length)
    return (*value, *_field(joined, "", Part.REMITTANCE, start + length, start + len(field.text)))
