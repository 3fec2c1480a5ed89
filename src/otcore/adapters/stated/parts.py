"""The parts that both syntaxes build alike, each with its own names."""

from collections.abc import Iterable

from otcore.adapters.stated.node import Node
from otcore.invoicing.checking import StatedCategory

_INDICATORS = {"true": True, "1": True, "false": False, "0": False}


def indicator(node: Node) -> bool | None:
    """A yes or no; None when it is neither."""
    return _INDICATORS.get(node.text)


def only(node: Node, name: str) -> Node:
    """The child of that name; of several none, since nobody can say which of them counts."""
    found = node.children(name)
    return found[0] if len(found) == 1 else node.nowhere(name)


def category(nodes: Iterable[Node], code: str, rate: str, scheme: str) -> StatedCategory | None:
    """The tax category that is one of VAT, else the first; None when there is none."""
    found = tuple(nodes)
    of_vat = [node for node in found if _is_vat(node, scheme)]
    if not found:
        return None
    node = of_vat[0] if of_vat else found[0]
    return StatedCategory(node.below(code).text, node.figure(rate), bool(of_vat))


def _is_vat(node: Node, scheme: str) -> bool:
    return node.below(scheme).text.upper() == "VAT"
