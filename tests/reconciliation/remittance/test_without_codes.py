"""What is no code is remittance information, all of it and in one piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.remittance import Part, fields_of
from tests.reconciliation.remittance.said import remittance, said, words_at


@pytest.mark.parametrize(
    "text",
    [
        "Invoice 2026-0001",
        "RE26/03138 abzgl. 2% Skonto",
        "INV 1 + INV 2",
        "2026/INV/0001",
        "RE/INV/2026/1, RE/INV/2026/2",
        "+++090/9337/55493+++",
        "4711/4712/4713/...",
        "Kd.: 77 Rg: 4711",
        "SACRED+ 1",
        "100 ?2 200",
        "A/B/C/",
        "= # : + / ?",
        "Order ID 7 / 8",
    ],
)
def test_a_text_without_codes_stays_whole(text):
    assert said(text) == [(Part.REMITTANCE, text.strip(" /"))]


@pytest.mark.parametrize("lines", [(), ("",), ("  ", ""), (" / ",)])
def test_no_words_no_fields(lines):
    assert fields_of(lines) == ()


def test_lines_that_are_not_full_are_set_apart():
    assert remittance("Invoice 1", "Invoice 2") == ["Invoice 1 Invoice 2"]


@pytest.mark.parametrize("width", [27, 35, 61, 65, 140])
def test_a_full_line_runs_on_into_the_next(width):
    text = "Invoices " + "7" * (width - 12) + " INV-4711"
    assert remittance(text[:width], text[width:]) == [text]


def test_places_lead_back_into_the_lines():
    lines = ("  INV-1", "and INV-2")
    (field,) = fields_of(lines)
    at = field.text.index("INV-2")
    (span,) = field.spans(at, at + 5)
    assert (span.line, span.start, span.end) == (1, 4, 9)


def test_a_place_over_a_break_is_a_span_a_line():
    lines = ("x" * 24 + "INV", "-2026 ok")
    (field,) = fields_of(lines)
    assert [(s.line, s.start, s.end) for s in field.spans(24, 32)] == [(0, 24, 27), (1, 0, 5)]
    assert field.span(24, 32) == field.spans(24, 32)[0]


def test_what_joins_two_lines_stands_nowhere():
    (field,) = fields_of(("one", "two"))
    assert (field.span(3, 4), field.spans(3, 4)) == (None, ())


@given(st.lists(st.text("ABEFRSVWZabz019+/:?=# ", max_size=40), max_size=4).map(tuple))
def test_every_word_is_found_where_it_is_said_to_stand(lines):
    for field in fields_of(lines):
        assert words_at(lines, field).replace(" ", "") == field.text.replace(" ", "")
        assert field.text == field.text.strip() != ""


@given(st.lists(st.text("AEFRSVWZ019+/:? ", max_size=40), max_size=4).map(tuple))
def test_fields_follow_each_other_and_never_overlap(lines):
    found = [place for field in fields_of(lines) for place in _places(field)]
    assert len(found) == len(set(found))


def _places(field):
    return [(s.line, at) for s in field.spans(0, len(field.text)) for at in range(s.start, s.end)]
