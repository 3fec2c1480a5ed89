"""What of a document nobody has read: so that a reader can keep or report it, and loses nothing in silence."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from otcore.adapters.xml.document import Document, path_of, text_of
from otcore.adapters.xml.names import Names


@frozen
class Unread:
    """An element whose text or attributes were not read. `path` is like an XPath, with positions among namesakes.

    `text` is "" when the element has none, or when it was read and only attributes were not.
    """

    path: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()


def unread(element: Any, document: Document) -> Iterator[Unread]:
    """Every text and attribute from `element` down that was not read, in the order of the document."""
    waiting = [(element, path_of(element, document.names))]
    while waiting:
        element, path = waiting.pop()
        left = _left(element, path, document)
        if left:
            yield left
        if len(element):
            waiting += reversed(_children(element, path, document.names))


def _children(element: Any, path: str, names: Names) -> list[tuple[Any, str]]:
    children = [(child, names.shown(child.tag)) for child in element.iterchildren("*")]
    counts = Counter([name for _, name in children])
    if len(counts) == len(children):
        return [(child, f"{path}/{name}") for child, name in children]
    return _numbered(children, path, counts)


def _numbered(children: list[tuple[Any, str]], path: str, counts: Counter[str]) -> list[tuple[Any, str]]:
    seen: Counter[str] = Counter()
    numbered = []
    for child, name in children:
        seen[name] += 1
        numbered.append((child, f"{path}/{name}[{seen[name]}]" if counts[name] > 1 else f"{path}/{name}"))
    return numbered


def _left(element: Any, path: str, document: Document) -> Unread | None:
    attributes = tuple(
        [
            (document.names.shown(name), value)
            for name, value in element.items()
            if (element, name) not in document.attributes
        ]
    )
    text = "" if element in document.texts else text_of(element)
    if text or attributes or not (len(element) or element in document.texts):
        return Unread(path, text, attributes)
    return None
