"""Nothing of a document is lost in silence: what was read and what is unread is all there is."""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.xml import Cursor, Unread, read_xml

# A tree: name, has text, attributes, children. Every text and value gets a number of its own when it is written.
NAMES = st.sampled_from(["a", "b", "c"])
TREES: st.SearchStrategy[Any] = st.recursive(
    st.tuples(NAMES, st.booleans(), st.sets(NAMES), st.just([])),
    lambda children: st.tuples(NAMES, st.booleans(), st.sets(NAMES), st.lists(children, max_size=4)),
    max_leaves=12,
)


def written(tree, words: list[str]) -> str:
    def word(prefix: str) -> str:
        words.append(f"{prefix}{len(words)}")
        return words[-1]

    name, has_text, attributes, children = tree
    heading = "".join(f" {each}='{word('v')}'" for each in sorted(attributes))
    text = word("t") if has_text else ""
    return f"<{name}{heading}>{text}{''.join(written(child, words) for child in children)}</{name}>"


def read(cursor: Cursor, choices) -> list[str]:
    """Read some of what is below `cursor`, as the choices say; return the words that came."""
    came = [cursor.attribute(name) for name in "abc" if next(choices)]
    if not len(cursor.element) and next(choices):
        came.append(cursor.text())
    for name in "abc":
        for child in cursor.children(name):
            came += read(child, choices) if next(choices) else []
    return [word for word in came if word]


@given(tree=TREES, seed=st.randoms(use_true_random=False))
def test_read_and_unread_are_every_text_and_attribute(tree, seed):
    words: list[str] = []
    cursor = Cursor(read_xml(written(tree, words).encode()))
    came = read(cursor, iter(lambda: seed.random() < 0.6, None))
    left = [word for each in cursor.unread() for word in (each.text, *(value for _, value in each.attributes)) if word]
    assert Counter(came + left) == Counter(words)


@given(tree=TREES)
def test_an_untouched_document_is_unread_leaf_by_leaf_at_the_paths_that_lead_there(tree):
    root = read_xml(written(tree, []).encode())
    unread = Cursor(root).unread()
    leaves = [element for element in root.iter() if not len(element) or element.text or element.attrib]
    assert [root.getroottree().xpath(each.path) for each in unread] == [[leaf] for leaf in leaves]
    assert [(each.text, dict(each.attributes)) for each in unread] == [
        (leaf.text or "", dict(leaf.attrib)) for leaf in leaves
    ]


@given(tree=TREES)
def test_what_is_ignored_is_not_unread(tree):
    cursor = Cursor(read_xml(written(tree, []).encode()))
    cursor.ignore()
    assert cursor.unread() == ()


def test_ignoring_a_name_leaves_the_others():
    cursor = Cursor(read_xml(b"<a><x><y z='1'>2</y>3</x><b>4</b><x/></a>"))
    cursor.ignore("x")
    assert cursor.unread() == (Unread("/a/b", "4"),)


def test_an_empty_leaf_is_there_and_therefore_unread():
    cursor = Cursor(read_xml(b"<a><b/><c/></a>"))
    assert cursor.text("b") == ""
    assert cursor.unread() == (Unread("/a/c", ""),)


def test_text_beside_elements_is_unread():
    cursor = Cursor(read_xml(b"<a>1<b>2</b>3</a>"))
    assert cursor.text("b") == "2"
    assert cursor.unread() == (Unread("/a", "13"),)


def test_a_second_element_is_unread_when_the_first_was_asked_for():
    cursor = Cursor(read_xml(b"<a><b>1</b><b>2</b></a>"))
    assert cursor.text("b") == "1"
    assert cursor.unread() == (Unread("/a/b[2]", "2"),)


def test_namesakes_of_several_namespaces_are_counted_as_they_are_shown():
    cursor = Cursor(read_xml(b"<a><b>1</b><b xmlns='urn:x'>2</b></a>"))
    assert [each.path for each in cursor.unread()] == ["/a/b[1]", "/a/b[2]"]
    assert [child.path for child in cursor.children("b")] == ["/a/b[1]", "/a/b[2]"]


def test_an_attribute_is_unread_after_its_element_was_read():
    cursor = Cursor(read_xml(b"<a xml:lang='en'><b unit='C62' scheme='x'>1</b></a>"))
    assert cursor.text("b") == "1"
    assert cursor.one("b").attribute("unit") == "C62"
    assert cursor.unread() == (Unread("/a", "", (("xml:lang", "en"),)), Unread("/a/b", "", (("scheme", "x"),)))


def test_a_part_of_a_document_can_be_asked_for():
    cursor = Cursor(read_xml(b"<a><b><c>1</c></b><d>2</d></a>"))
    assert cursor.one("b").unread() == (Unread("/a/b/c", "1"),)


def test_ten_thousand_lines_are_listed_in_order():
    cursor = Cursor(read_xml(b"<a>" + b"<b>1</b>" * 10_000 + b"</a>"))
    unread = cursor.unread()
    assert (len(unread), unread[0].path, unread[-1].path) == (10_000, "/a/b[1]", "/a/b[10000]")
