"""Whatever a file holds, a reader reads it or says what is wrong; it never fails in another way."""

import contextlib
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from otcore.adapters.ubl.cancellation import read_order_cancellation
from otcore.adapters.ubl.despatch import read_despatch_advice
from otcore.adapters.ubl.kinds import document_kind
from otcore.adapters.ubl.order import read_order
from otcore.values import Invalid
from tests.adapters.ubl.documents import CANCELLATION, DESPATCH, ORDER

DOCUMENTS = [
    pytest.param(read_order, ORDER, id="order"),
    pytest.param(read_order_cancellation, CANCELLATION, id="cancellation"),
    pytest.param(read_despatch_advice, DESPATCH, id="despatch"),
    pytest.param(document_kind, ORDER, id="kind"),
]
ODD = st.one_of(
    st.sampled_from(["NaN", "-0", "1e999999", "9" * 400, "0." + "0" * 40 + "1", "2026-02-30", "S", "\u202e", "\u0661"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
    st.decimals(allow_nan=False).map(str),
)


def spots(data):
    """Every text and attribute of a document: the element, and the attribute's name or None."""
    for element in etree.fromstring(data).iter("*"):
        yield element, None
        for name in element.attrib:
            yield element, name


@pytest.mark.parametrize(("read", "data"), DOCUMENTS)
@given(number=st.integers(min_value=0, max_value=10_000), odd=ODD)
def test_an_odd_text_anywhere_is_read_or_refused(read, data, number, odd):
    found = list(spots(data))
    element, name = found[number % len(found)]
    if name is None:
        element.text = odd
    else:
        element.set(name, odd)
    with contextlib.suppress(Invalid):
        read(etree.tostring(element.getroottree()))


@pytest.mark.parametrize(("read", "data"), DOCUMENTS)
@given(start=st.integers(0, 8_000), length=st.integers(0, 200), piece=st.binary(max_size=20))
def test_a_damaged_file_is_read_or_refused(read, data, start, length, piece):
    start %= len(data)
    with contextlib.suppress(Invalid):
        read(data[:start] + piece + data[start + length :])


@pytest.mark.parametrize(("read", "data"), DOCUMENTS)
@given(number=st.integers(0, 10_000), repeated=st.booleans())
def test_a_part_left_out_or_repeated_is_read_or_refused(read, data, number, repeated):
    parts = list(etree.fromstring(data).iter("*"))[1:]
    part = parts[number % len(parts)]
    parent = part.getparent()
    if repeated:
        parent.append(deepcopy(part))
    else:
        parent.remove(part)
    with contextlib.suppress(Invalid):
        read(etree.tostring(parent.getroottree()))
