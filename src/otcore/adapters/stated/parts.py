"""The parts that both syntaxes build alike, each with its own names."""

from collections.abc import Callable, Iterable

from attrs import frozen

from otcore.adapters.stated.node import Node
from otcore.invoicing.checking import StatedAdjustment, StatedCategory

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


@frozen
class AdjustmentNames:
    """How a syntax names the parts of an allowance or a charge; `taxes` its tax categories, `category` reads them."""

    indicator: str
    amount: str
    percent: str
    base: str
    taxes: str
    category: Callable[[Iterable[Node]], StatedCategory | None]


def adjustments(nodes: Iterable[Node], names: AdjustmentNames, *, taxed: bool) -> tuple[StatedAdjustment, ...]:
    """Allowances and charges; `taxed`: each states its tax category, as those of a document do."""
    return tuple(
        StatedAdjustment(
            indicator(node.below(names.indicator)),
            node.figure(names.amount),
            node.figure(names.percent),
            node.figure(names.base),
            names.category(node.children(names.taxes)) if taxed else None,
        )
        for node in nodes
    )


def _is_vat(node: Node, scheme: str) -> bool:
    return node.below(scheme).text.upper() == "VAT"
