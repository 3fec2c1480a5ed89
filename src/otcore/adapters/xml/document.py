"""What the cursors of one document share: the names, the source, and which texts and attributes were read."""

from collections.abc import Sequence
from typing import Any

from attrs import field, frozen

from otcore.adapters.xml.names import Names

BLANKS = " \t\r\n"


@frozen(eq=False)
class Document:
    """The record of a document that is being read. It holds the elements themselves, so that their identity lasts."""

    names: Names
    source: str
    texts: set[Any] = field(factory=set)
    attributes: set[tuple[Any, str]] = field(factory=set)
    _children: dict[Any, dict[str, list[Any]]] = field(factory=dict)

    def found(self, element: Any, path: str) -> Sequence[Any]:
        """Every element that a path leads to; the element itself for the empty path."""
        elements: Sequence[Any] = (element,)
        for tag in self.names.tags(path):
            if not elements:
                break
            if len(elements) == 1:
                elements = self._named(elements[0], tag)
            else:
                elements = [child for each in elements for child in self._named(each, tag)]
        return elements

    def read_all(self, element: Any) -> None:
        """Count an element with all below it as read."""
        for each in element.iter("*"):
            self.texts.add(each)
            self.attributes.update((each, name) for name, _ in each.items())

    def _named(self, element: Any, tag: str) -> Sequence[Any]:
        if "*" in tag:
            return list(element.iterchildren(tag))
        children = self._children.get(element)
        if children is None:  # sorted once: to ask lxml for every name costs ten times as much
            children = self._children[element] = {}
            for child in element:
                children.setdefault(child.tag, []).append(child)
        return children.get(tag, ())


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


def _step(element: Any, parent: Any, names: Names) -> str:
    name = names.shown(element.tag)
    namesakes = [child for child in parent.iterchildren("*") if names.shown(child.tag) == name]
    return f"{name}[{namesakes.index(element) + 1}]" if len(namesakes) > 1 else name
