"""A view of an XML element that takes figures as they are: what is missing or wrong is told, not refused."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from otcore.adapters.xml.document import BLANKS
from otcore.adapters.xml.names import Names
from otcore.invoicing.checking import Code, Difference, Figure
from otcore.invoicing.checking.arithmetic import MOST_DIGITS

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")  # xs:decimal, which has no exponent
_LONGEST = MOST_DIGITS + len("+.")
_SHOWN = 40


@frozen(eq=False)
class Sheet:
    """What the nodes of a document share: its names, and what was found wrong with figures, by path."""

    names: Names
    faults: dict[str, Difference] = field(factory=dict)

    def fault(self, rule: str, node: "Node", stated: str) -> None:
        """Note something wrong, once."""
        self.faults.setdefault(node.path, Difference(rule, node.path, stated, None, node.line))


class Node:
    """An element, or the place where one would stand; `path` is that of `Cursor`, built on the way down.

    A path is one name or several. Where a name stands more than once `children` gives them all; else the first counts,
    and the second is a fault.
    """

    __slots__ = ("_children", "_sheet", "element", "path")

    def __init__(self, element: Any, path: str, sheet: Sheet) -> None:
        self.element = element
        self.path = path
        self._sheet = sheet
        self._children: dict[str, list[Any]] | None = None

    @property
    def there(self) -> bool:
        """Whether the element stands there."""
        return self.element is not None

    @property
    def line(self) -> int:
        """The line of the file that the element begins in; 0 when it is not known."""
        return (self.element.sourceline or 0) if self.there else 0

    @property
    def text(self) -> str:
        """The text, without surrounding blanks; "" when there is none."""
        return (self.element.text or "").strip(BLANKS) if self.there else ""

    def attribute(self, name: str) -> str:
        """An attribute without a namespace; "" when there is none."""
        return self.element.get(name, "").strip(BLANKS) if self.there else ""

    def children(self, name: str) -> list["Node"]:
        """Every child of that name."""
        found = self._named(self._sheet.names.tags(name)[0])
        if len(found) == 1:
            return [Node(found[0], f"{self.path}/{name}", self._sheet)]
        return [Node(each, f"{self.path}/{name}[{place}]", self._sheet) for place, each in enumerate(found, 1)]

    def below(self, path: str) -> "Node":
        """The only such element, or its place."""
        node = self
        for name in path.split("/"):
            found = node.children(name)
            node = found[0] if found else node.nowhere(name)
            for other in found[1:2]:
                self._sheet.fault("XML_REPEATED", other, _shown(other.text))
        return node

    def nowhere(self, name: str) -> "Node":
        """The place of a child that does not stand there."""
        return Node(None, f"{self.path}/{name}", self._sheet)

    def code(self, path: str) -> Code:
        """Such a code."""
        node = self.below(path)
        return Code(node.path, node.text, node.line)

    def figure(self, path: str) -> Figure:
        """Such a figure; a text that is no number is a fault."""
        node = self.below(path)
        return node.own_figure() if node.there else Figure(node.path)

    def own_figure(self) -> Figure:
        """The figure that this element, which is there, states itself: digits, and no elements among them."""
        text, alone = self.text, not len(self.element)
        if alone and len(text) <= _LONGEST and _DECIMAL.fullmatch(text):
            return Figure(self.path, text, Decimal(text), self.line)
        if alone and not text:
            return Figure(self.path, line=self.line)
        code = "NUMBER_TOO_LONG" if alone and _DECIMAL.fullmatch(text) else "NUMBER_FORMAT"
        self._sheet.fault(code, self, _shown(text))
        return Figure(self.path, _shown(text), None, self.line)

    def _named(self, tag: str) -> Sequence[Any]:
        if self.element is None:
            return ()
        if self._children is None:
            self._children = {}
            for child in self.element:
                self._children.setdefault(child.tag, []).append(child)
        return self._children.get(tag, ())


def _shown(text: str) -> str:
    return text[:_SHOWN] + "..." if len(text) > _SHOWN else text or "<...>"
