"""One invoice, paid in full."""

from benchmarks.workloads.references import spaced
from benchmarks.workloads.scenarios.scene import Draft, Scene, paid_in_full
from benchmarks.workloads.text.damage import DAMAGES, substitute


def text(scene: Scene) -> Draft | None:
    """The number as printed."""
    item = scene.draw()
    return None if item is None else paid_in_full(scene, "1_text", [item], scene.naming(item))


def structured(scene: Scene) -> Draft | None:
    """The structured reference: in its field, in the text, in blocks, or with a wrong digit."""
    item = scene.draw()
    if item is None or item.ref is None:
        return None
    way = scene.chance.weighted({"field": 6, "text": 2, "blocks": 1, "broken": 0.5})
    if way == "field":
        return paid_in_full(scene, "1_structured", [item], "", item.ref)
    said = {"text": item.ref, "blocks": spaced(item.ref), "broken": substitute(scene.chance, item.ref)}[way]
    return paid_in_full(scene, f"1_structured:{way}", [item], said)


def order(scene: Scene) -> Draft | None:
    """The buyer's order number only."""
    item = scene.draw()
    if item is None or item.po is None:
        return None
    word = scene.chance.one(scene.words(scene.customer(item)).order)
    return paid_in_full(scene, "1_order", [item], f"{word} {item.po}")


def noref(scene: Scene) -> Draft | None:
    """Words that name nothing."""
    item = scene.draw()
    if item is None:
        return None
    said = scene.chance.one(scene.words(scene.customer(item)).paying)
    return paid_in_full(scene, "1_noref", [item], said, named=False)


def damaged(scene: Scene) -> Draft | None:
    """The number, not as printed."""
    item = scene.draw()
    if item is None:
        return None
    kind = scene.chance.one(list(DAMAGES))
    number = DAMAGES[kind](scene.chance, item.number)
    if number == item.number:
        return None
    return paid_in_full(scene, f"1_corrupt:{kind}", [item], scene.naming(item, number))


def stale_ref(scene: Scene) -> Draft | None:
    """The number of an invoice that the customer has paid already."""
    if not scene.ledger.settled:
        return None
    _, old = scene.chance.one(scene.ledger.settled)
    mine = scene.ledger.of(old.customer, scene.day)
    if not mine:
        return None
    return paid_in_full(scene, "1_stale_ref", [scene.chance.one(mine)], scene.naming(old), named=False)


def trap_other(scene: Scene) -> Draft | None:
    """The number of another customer's invoice."""
    item, other = scene.draw(), scene.draw()
    if item is None or other is None or item.customer == other.customer:
        return None
    return paid_in_full(scene, "1_trap_other", [item], scene.naming(other), named=False)


def own_other(scene: Scene) -> Draft | None:
    """The number of another invoice of the same customer, which is open too and over another amount."""
    mine = scene.several(2)
    if not mine:
        return None
    item, other = scene.chance.some(mine, 2)
    if item.open == other.open:
        return None
    return paid_in_full(scene, "1_own_other", [item], scene.naming(other), named=False)
