"""Words on a chart."""

from decimal import Decimal

import pytest

from otcore.formats.flowchart.words import duration, edge_text, in_words
from otcore.process.chart.graph import Edge


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (Decimal(0), "0.0 s"),
        (Decimal("59.94"), "59.9 s"),
        (Decimal(90), "1.5 min"),
        (Decimal(7200), "2.0 h"),
        (Decimal(302400), "3.5 d"),
        (Decimal(-86400), "-1.0 d"),
    ],
)
def test_a_time_is_told_in_the_largest_unit_that_fits(seconds, text):
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("edge", "text"),
    [
        (Edge("a", "b"), ""),
        (Edge("a", "b", 3), "3 x"),
        (Edge("a", "b", 3, Decimal(0)), "3 x"),
        (Edge("a", "b", 3, Decimal(60)), "3 x, 1.0 min"),
    ],
)
def test_an_arrow_says_how_often_and_how_long_where_that_was_measured(edge, text):
    assert edge_text(edge) == text


def test_codes_are_told_as_words():
    assert in_words("credit_note.issued") == "Credit note issued"
    assert in_words("") == ""
