"""What of a document nobody has read: so that a reader can keep or report it, and loses nothing in silence."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from otcore.adapters.xml.names import Names

BLANKS = " \t\r\n"


@frozen
class Unread:
    """An element whose text or attributes were not read. `path` is like an XPath, with positions among namesakes.

    `text` is "" when the element has none, or when it was read and only attributes were not.
    """

    path: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()


@frozen(eq=False)
class Read:
    """Which texts and attributes of a document were read. Holds the elements, so their identity is stable."""

    texts: set[Any] = field(factory=set)
    attributes: set[tuple[Any, str]] = field(factory=set)

    def everything(self, element: Any) -> None:
        """Count an element with all below it as read."""
        for each in element.iter("*"):
            self.texts.add(each)
            self.attributes.update((each, name) for name in each.attrib)


def text_of(element: Any) -> str:
    """The text of an element itself, without that of its children and without surrounding blanks."""
    text: str = element.text or ""
    if len(element):
        text += "".join(child.tail or "" for child in element)
    return text.strip(BLANKS)


def path_of(element: Any, names: Names) -> str:
    """The path of an element from the root: `/Order/cac:OrderLine[2]/cbc:Note`."""
    steps = []
    parent = element.getparent()
    while parent is not None:
        steps.append(_step(element, parent, names))
        element, parent = parent, parent.getparent()
    steps.append(names.shown(element.tag))
    return "/" + "/".join(reversed(steps))


def unread(element: Any, read: Read, names: Names) -> Iterator[Unread]:
    """Every text and attribute from `element` down that was not read, in the order of the document."""
    waiting = [(element, path_of(element, names))]
    while waiting:
        element, path = waiting.pop()
        left = _left(element, path, read, names)
        if left:
            yield left
        waiting += reversed(list(_children(element, path, names)))


def _step(element: Any, parent: Any, names: Names) -> str:
    name = names.shown(element.tag)
    namesakes = [child for child in parent.iterchildren("*") if names.shown(child.tag) == name]
    return f"{name}[{namesakes.index(element) + 1}]" if len(namesakes) > 1 else name


def _children(element: Any, path: str, names: Names) -> Iterator[tuple[Any, str]]:
    children = [(child, names.shown(child.tag)) for child in element.iterchildren("*")]
    counts = Counter(name for _, name in children)
    seen: Counter[str] = Counter()
    for child, name in children:
        seen[name] += 1
        yield child, f"{path}/{name}[{seen[name]}]" if counts[name] > 1 else f"{path}/{name}"


def _left(element: Any, path: str, read: Read, names: Names) -> Unread | None:
    attributes = tuple(
        (names.shown(name), value) for name, value in element.attrib.items() if (element, name) not in read.attributes
    )
    if element in read.texts:
        return Unread(path, "", attributes) if attributes else None
    text = text_of(element)
    if text or attributes or not len(element):
        return Unread(path, text, attributes)
    return None
