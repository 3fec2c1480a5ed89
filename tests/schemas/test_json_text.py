"""JSON from the outside: what two readers could understand differently is refused, with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.schemas.json_places import lines_of, places
from otcore.schemas.json_text import json_text
from otcore.schemas.limits import COMMAS, DEPTH, DOCUMENT_BYTES, FAULTS
from otcore.schemas.pointers import pointer
from otcore.values import Invalid

names = st.text('ab/~"\\,:[]{} \u0007ä漢', max_size=4)
leaves = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False, allow_infinity=False) | names
documents = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(names, inner), max_leaves=20)


def doubts(text):
    return [(fault.path, fault.code) for fault in json_text(text.encode()).faults]


def refused(data):
    with pytest.raises(Invalid) as error:
        json_text(data)
    (fault,) = error.value.faults
    return fault.code, fault.path


def pointers(value, within=()):
    yield pointer(within)
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in inner:
        yield from pointers(item, (*within, name))


@given(documents, st.booleans(), st.sampled_from([None, 0, 2]))
def test_json_reads_as_others_read_it(value, ascii_only, indent):
    read = json_text(json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode())
    assert read.value == value
    assert read.faults == ()


@given(documents, st.sampled_from([None, 0, 2]))
def test_every_value_has_its_place(value, indent):
    text = json.dumps(value, indent=indent)
    assert [place.pointer for place in places(text)] == list(pointers(value))
    for place in places(text):
        assert json.JSONDecoder().raw_decode(text, place.start)


def test_the_line_of_a_value_is_that_of_its_beginning():
    text = '{\n "a": [1,\n\n {"b":\n 2}], "c": "\\n"\n}'
    asked = ["", "/a", "/a/0", "/a/1", "/a/1/b", "/c"]
    assert lines_of(text, asked) == dict(zip(asked, [1, 2, 2, 4, 5, 5], strict=True))


def test_what_is_missing_has_the_line_of_what_is_around_it():
    assert lines_of('[\n {\n  "a": 1}]', ["/0/missing", "/0/a/b", "/7"]) == {"/0/missing": 2, "/0/a/b": 3, "/7": 1}


def test_a_byte_order_mark_is_accepted():
    assert json_text(b"\xef\xbb\xbf[1]").value == [1]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"", "DOCUMENT_EMPTY", ""),
        (b" \n", "DOCUMENT_EMPTY", ""),
        ("[]".encode("utf-16"), "ENCODING_NOT_UTF8", ""),
        ("[]".encode("utf-16-be"), "ENCODING_NOT_UTF8", ""),
        ("[]".encode("utf-32-le"), "ENCODING_NOT_UTF8", ""),
        ('[\n"Müller"]'.encode("latin-1"), "ENCODING_NOT_UTF8", "line 2"),
        (b'["\xed\xa0\x80"]', "ENCODING_NOT_UTF8", "line 1"),
        (b'{"a": 1,\n "b": [', "JSON_SYNTAX", "line 2"),
        (b'{"a": 1,\n "b": "x', "JSON_SYNTAX", "line 2"),
        (b"[1] 2", "JSON_SYNTAX", "line 1"),
        (b"[01]", "JSON_SYNTAX", "line 1"),
        (b"{'a': 1}", "JSON_SYNTAX", "line 1"),
        (b'["a\x01"]', "JSON_SYNTAX", "line 1"),
        (b"]", "JSON_SYNTAX", "line 1"),
    ],
)
def test_what_cannot_be_read_is_refused(data, code, place):
    assert refused(data) == (code, place)


def test_a_document_is_bounded_in_bytes():
    assert refused(b"1" * (DOCUMENT_BYTES + 1)) == ("DOCUMENT_TOO_LARGE", "")


def test_a_document_is_bounded_in_depth():
    deepest = b"[" * DEPTH + b"]" * DEPTH
    assert json_text(deepest).value
    assert refused(b"[\n" + deepest + b"]") == ("JSON_TOO_DEEP", "line 2")
    assert refused(b"[" * 10_000_000) == ("JSON_TOO_DEEP", "line 1")


def test_a_document_is_bounded_in_values():
    assert refused(b"[" + b"1," * COMMAS + b"1,1]") == ("JSON_TOO_LARGE", "line 1")


def test_brackets_and_commas_in_strings_do_not_count():
    assert json_text(json.dumps(['[{,"\\' * 1000]).encode()).value


def test_a_string_without_end_is_scanned_once():
    assert refused(b'"' + b'\\"' * (DOCUMENT_BYTES // 2 - 1)) == ("JSON_SYNTAX", "line 1")


def test_a_member_named_twice_is_a_doubt():
    assert doubts('{"a": {"b": 1, "c": 2, "b": 3}, "a": 1}') == [
        ("/a/b", "JSON_MEMBER_TWICE"),
        ("/a", "JSON_MEMBER_TWICE"),
    ]


def test_names_that_differ_only_in_how_they_are_escaped_are_the_same_name():
    assert doubts('{"a": 1, "\\u0061": 2}') == [("/a", "JSON_MEMBER_TWICE")]


def test_the_same_name_in_two_objects_is_no_doubt():
    assert doubts('[{"a": {"a": 1}}, {"a": 1}, "a", "a"]') == []


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_a_doubt(word):
    assert doubts(f'["NaN", {word}]') == [("/1", "JSON_NOT_FINITE")]


def test_a_long_integer_is_a_doubt():
    assert doubts(f"[{'9' * 18}, {'9' * 5000}, -{'9' * 18}]") == [
        ("/1", "JSON_NUMBER_TOO_LONG"),
        ("/2", "JSON_NUMBER_TOO_LONG"),
    ]


def test_a_lone_surrogate_is_a_doubt_wherever_it_stands():
    text = r'{"a": "\ud800", "b\udfff": 1, "c": "\ud83d\ude42", "d": "\\ud800"}'
    assert doubts(text) == [("/a", "TEXT_FORMAT"), (r"/b\udfff", "TEXT_FORMAT")]


def test_doubts_are_counted_no_further_than_a_limit():
    assert len(doubts("[" + "NaN," * (2 * FAULTS) + "1]")) == FAULTS


def test_a_pointer_shows_no_hostile_sign_and_is_bounded():
    assert pointer(["a\u202e/~\x1b"]) == r"/a\u202e~1~0\x1b"
    assert len(pointer(["x" * 10_000])) == 101
