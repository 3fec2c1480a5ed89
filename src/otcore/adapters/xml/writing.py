"""XML elements to bytes: the one layer that every writer of documents uses.

A document is built as a tree of `leaf` and `group` and printed by `document`. Blank leaves and empty groups vanish, so
an emitted document never holds an empty element (PEPPOL-EN16931-R008). The same tree always gives the same bytes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money

_USUAL_DECIMALS = 2
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile('[&<>"\t\n\r]')
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


@frozen
class Element:
    """An XML element with either text or child elements. `name` carries its prefix: "cbc:ID"."""

    name: str
    content: "str | tuple[Element, ...]"
    attributes: tuple[tuple[str, str], ...] = ()


def leaf(name: str, text: str, /, **attributes: str) -> Element | None:
    """An element with text; nothing when the text is blank. Blank attributes are left out."""
    if not text or text.isspace():
        return None
    if not attributes:
        return Element(name, text)
    return Element(name, text, tuple((key, value) for key, value in attributes.items() if value))


def amount_text(money: Money) -> str:
    """An amount in its currency's digits; beyond two decimals zeros are left out (EN 16931 has no more: BR-DEC)."""
    whole, _, decimals = f"{money.amount:f}".partition(".")
    decimals = decimals[:_USUAL_DECIMALS] + decimals[_USUAL_DECIMALS:].rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def group(name: str, *children: Element | None) -> Element | None:
    """An element around child elements, in their order; nothing when no child is left."""
    content = tuple([child for child in children if child is not None])
    return Element(name, content) if content else None


def document(name: str, namespaces: Mapping[str, str], *children: Element | None) -> bytes:
    """The whole document: UTF-8, XML declaration, two blanks of indentation a level, a line feed at the end.

    `namespaces` by the prefixes of the names, "" for names without one.

    Raises `Invalid` with a fault TEXT_NOT_XML for every text that XML cannot carry; the path is the element's XPath.
    """
    root = Element(name, tuple([child for child in children if child is not None]))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f"<{name}{_declared(namespaces)}>")
    for child in root.content:
        assert isinstance(child, Element)  # a root has children, not text
        _print(child, "  ", lines)
    lines.append(f"</{name}>\n")
    text = "\n".join(lines)
    if _NOT_XML.search(text):
        raise Invalid(*_unprintable(root, f"/{name}"))
    return text.encode()


def _declared(namespaces: Mapping[str, str]) -> str:
    return "".join([f' xmlns{prefix and f":{prefix}"}="{namespace}"' for prefix, namespace in namespaces.items()])


def _print(element: Element, indent: str, lines: list[str]) -> None:
    name, content = element.name, element.content
    attributes = "".join([f' {key}="{_escaped(value, _IN_ATTRIBUTE)}"' for key, value in element.attributes])
    if isinstance(content, str):
        lines.append(f"{indent}<{name}{attributes}>{_escaped(content, _IN_TEXT)}</{name}>")
        return
    lines.append(f"{indent}<{name}{attributes}>")
    for child in content:
        _print(child, indent + "  ", lines)
    lines.append(f"{indent}</{name}>")


def _escaped(text: str, table: dict[int, str]) -> str:
    return text.translate(table) if _MARKUP.search(text) else text


def _unprintable(element: Element, path: str) -> Iterator[Fault]:
    """A fault for each text or attribute under `element` that holds a character XML 1.0 (2.2) forbids."""
    for key, value in element.attributes:
        yield from _forbidden(value, f"{path}/@{key}")
    if isinstance(element.content, str):
        yield from _forbidden(element.content, path)
        return
    seen: Counter[str] = Counter()
    for child in element.content:
        seen[child.name] += 1
        yield from _unprintable(child, f"{path}/{child.name}[{seen[child.name]}]")


def _forbidden(text: str, path: str) -> Iterator[Fault]:
    found = _NOT_XML.search(text)
    if found:
        character = f"U+{ord(found[0]):04X}"
        message = f"the character {character} cannot be written in XML"
        yield Fault("TEXT_NOT_XML", message, path, {"character": character})
