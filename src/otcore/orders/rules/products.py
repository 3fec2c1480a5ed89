"""What is ordered."""

from otcore.orders.rules.subject import Placing
from otcore.orders.verdict import INCOMPLETE, REJECTED, Finding


def still_sold(placing: Placing) -> tuple[Finding, ...]:
    """NO_LONGER_SOLD: when nothing that is ordered is sold any more (a part of it is answered line by line)."""
    if any(line.agreed.sold for line in placing.lines):
        return ()
    return REJECTED.of("NO_LONGER_SOLD", ", ".join(line.agreed.name for line in placing.lines))


def listed(placing: Placing) -> tuple[Finding, ...]:
    """PRODUCT_UNKNOWN: goods that the catalogue does not know need a person."""
    return tuple(
        finding
        for line in placing.lines
        if line.id not in placing.products
        for finding in INCOMPLETE.of("PRODUCT_UNKNOWN", f"line {line.id}: {line.agreed.name}")
    )


def allowed(placing: Placing) -> tuple[Finding, ...]:
    """PRODUCT_NOT_ALLOWED: goods that this customer may not order."""
    assortment = placing.policy.assortment
    if not assortment.only and not assortment.never:
        return ()
    only, never = frozenset(assortment.only), frozenset(assortment.never)
    return tuple(
        finding
        for id, product in placing.products.items()
        if product.id in never or (only and product.id not in only)
        for finding in assortment.then.of("PRODUCT_NOT_ALLOWED", f"line {id}: {product.id}")
    )


def in_unit(placing: Placing) -> tuple[Finding, ...]:
    """UNIT_DIFFERS: a line is ordered in the unit that the product is sold in."""
    return tuple(
        finding
        for line in placing.lines
        if line.id in placing.products and placing.products[line.id].unit != line.agreed.unit
        for finding in INCOMPLETE.of("UNIT_DIFFERS", f"line {line.id}: {line.agreed.unit}")
    )
