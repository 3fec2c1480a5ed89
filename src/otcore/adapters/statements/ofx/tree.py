"""OFX as a tree, whether it is written as SGML (1.x: values are not closed) or as XML (2.x), or as a mixture.

What is hardened: no document type, no entity but the five of XML (and the blank &nbsp;), limits on depth and number.
"""

import re
from collections.abc import Iterator
from html import unescape

from attrs import field, frozen

from otcore.adapters.xml.place import place
from otcore.values import Invalid

MAX_DEPTH = 100
MAX_ELEMENTS = 1_000_000

_TOKEN = re.compile(
    r"<!\[CDATA\[(?P<raw>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|<(?P<end>/?)(?P<name>[A-Za-z0-9._]{1,60})\s*(?P<empty>/?)>"
    r"|(?P<text>[^<]+)|(?P<wrong><)",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")


@frozen(eq=False)
class Element:
    """An element: its name in capitals, its text, what is inside, and the line it begins in."""

    name: str
    line: int
    source: str = ""
    texts: list[str] = field(factory=list)
    inside: "list[Element]" = field(factory=list)

    @property
    def text(self) -> str:
        """Its text, without the blanks around it."""
        return "".join(self.texts).strip()

    def child(self, name: str) -> "Element | None":
        """The first element of this name directly inside."""
        return next((each for each in self.inside if each.name == name), None)

    def value(self, path: str) -> str:
        """The text of the element at a path of names ("BANKACCTFROM/ACCTID"); "" when there is none."""
        element: Element | None = self
        for name in path.split("/"):
            element = element.child(name) if element else None
        return element.text if element else ""

    def all(self, *names: str) -> "Iterator[Element]":
        """Every element of these names below, in the order of the file."""
        for each in self.inside:
            if each.name in names:
                yield each
            yield from each.all(*names)

    def fault(self, code: str, message: str, **facts: object) -> Invalid:
        """An error about this element, to be raised."""
        return Invalid.one(code, message, self.place, **facts)

    @property
    def place(self) -> str:
        """File, line and name, as faults have them."""
        return place(self.source, self.line, path=self.name)


def tree_of(text: str, source: str) -> Element:
    """The file as a tree; its root has no name, and what stands before the first element is its text.

    Raises `Invalid` OFX_DOCTYPE, OFX_STRUCTURE (an element that is not closed, as in a file cut short, or closed
    twice), OFX_TOO_DEEP, OFX_TOO_MANY_ELEMENTS.
    """
    root = Element("", 1, source)
    opened = [root]
    line, count = 1, 0
    for token in _TOKEN.finditer(text):
        if token["name"]:
            count += 1
            _refuse_crowd(count, len(opened), line, source)
            _take_tag(token, opened, line, source)
        elif token["wrong"]:
            raise _wrong(text[token.start() : token.start() + 9], line, source)
        else:
            _take_text(token, opened)
        line += token[0].count("\n")
    _leave(opened, 1)
    if len(opened) > 1:
        raise opened[-1].fault("OFX_STRUCTURE", f"{opened[-1].name} is not closed")
    return root


def _take_text(token: "re.Match[str]", opened: list[Element]) -> None:
    if token["raw"] is not None:
        opened[-1].texts.append(token["raw"])
    elif token["text"] and (token["text"].strip() or opened[-1].texts):
        opened[-1].texts.append(_ENTITY.sub(lambda match: unescape(match[0]), token["text"]))


def _take_tag(token: "re.Match[str]", opened: list[Element], line: int, source: str) -> None:
    name = token["name"].upper()
    if token["end"]:
        _close(name, opened, line, source)
        return
    _leave(opened, 1)
    element = Element(name, line, source)
    opened[-1].inside.append(element)
    if not token["empty"]:
        opened.append(element)


def _leave(opened: list[Element], depth: int) -> None:
    """A value ends where the next element begins: in SGML nothing closes it."""
    if len(opened) > depth and opened[-1].text:
        opened.pop()


def _close(name: str, opened: list[Element], line: int, source: str) -> None:
    place_of = next((at for at in range(len(opened) - 1, 0, -1) if opened[at].name == name), 0)
    if not place_of:
        raise Invalid.one("OFX_STRUCTURE", f"{name} is closed and was not open", place(source, line))
    while len(opened) > place_of + 1:
        _hoist(opened)
    opened.pop()


def _hoist(opened: list[Element]) -> None:
    """A value without text that nothing closed: what seemed to be inside stands beside it."""
    empty = opened.pop()
    opened[-1].inside.extend(empty.inside)
    empty.inside.clear()


def _refuse_crowd(count: int, depth: int, line: int, source: str) -> None:
    if count > 2 * MAX_ELEMENTS:
        message = f"there are more than {MAX_ELEMENTS} elements"
        raise Invalid.one("OFX_TOO_MANY_ELEMENTS", message, place(source, line), limit=MAX_ELEMENTS)
    if depth > MAX_DEPTH:
        message = f"elements are nested deeper than {MAX_DEPTH}"
        raise Invalid.one("OFX_TOO_DEEP", message, place(source, line), limit=MAX_DEPTH)


def _wrong(beginning: str, line: int, source: str) -> Invalid:
    if beginning.startswith("<!"):
        return Invalid.one("OFX_DOCTYPE", "a document type declaration is not accepted", place(source, line))
    return Invalid.one("OFX_STRUCTURE", f"{beginning!a} begins no element", place(source, line))
