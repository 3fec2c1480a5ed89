from hypothesis import given

from otcore.formats.markup import Markup, join, tag
from otcore.formats.visible import visible
from tests.formats.hostile import names
from tests.formats.reading import Page


def test_an_element_has_its_attributes_and_children():
    shown = tag("p", "a", tag("b", "c"), class_="x", aria_label="y", width=3)
    assert shown == '<p class="x" aria-label="y" width="3">a<b>c</b></p>'


def test_markup_enters_as_it_is_and_text_is_escaped():
    assert join(Markup("<i></i>"), "<i>") == "<i></i>&lt;i&gt;"


@given(names, names)
def test_any_text_stays_text(child, attribute):
    page = Page(tag("p", child, title=attribute))
    assert page.elements == [("p", {"title": visible(attribute)})]
    assert "".join(page.said()) in {visible(child), ""}
    assert page.said() or not visible(child).strip()


@given(names)
def test_what_acts_is_seen_instead(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not set(shown) & {"\u202e", "\u2067", "\x00", "\x1b", "\x07", "\r"}


def test_ordinary_text_of_any_script_is_left_alone():
    text = "Zoë & Søn, شركة, 株式会社\tx\n\u200f👍"
    assert visible(text) == text
