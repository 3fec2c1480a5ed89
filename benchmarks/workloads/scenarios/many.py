"""Several items of one customer in one payment."""

from collections.abc import Sequence

from attrs import evolve

from benchmarks.workloads.records import Alloc, Invoice
from benchmarks.workloads.scenarios.scene import Draft, Scene, paid_in_full
from benchmarks.workloads.text.notation import Listed

MANY = 60


def _written(scene: Scene, items: Sequence[Invoice]) -> str:
    customer = scene.customer(items[0])
    notation = scene.chance.one(scene.style.lettering.notations)
    return notation(Listed(items, scene.words(customer), scene.label(customer)))


def _count(scene: Scene, least: int, most: int) -> int:
    return min(most, MANY, least + int(scene.chance.skewed(1.5, 1.0)))


def listed(scene: Scene) -> Draft | None:
    """Every number is named; "n_truncated" where the end is cut off."""
    mine = scene.several(2)
    if not mine:
        return None
    items = scene.chance.some(mine, _count(scene, 2, len(mine)))
    items = sorted(items, key=lambda each: each.id) if scene.chance.happens(0.7) else items
    said, limit = _written(scene, items), scene.style.lettering.limit
    return paid_in_full(scene, "n_truncated" if len(said) > limit else "n_list", items, said[:limit])


def ranged(scene: Scene) -> Draft | None:
    """The first and the last number of items that follow each other; sometimes some between them are left out."""
    mine = scene.several(3)
    if not mine:
        return None
    size = _count(scene, 3, len(mine))
    start = scene.chance.number(0, len(mine) - size)
    items = mine[start : start + size]
    if scene.chance.happens(0.3):
        items = [items[0], *(each for each in items[1:-1] if scene.chance.happens(0.6)), items[-1]]
    words = scene.words(scene.customer(items[0]))
    said = f"{items[0].number}{scene.chance.one(words.ranges)}{items[-1].number}"
    return paid_in_full(scene, "n_range", items, f"{scene.label(scene.customer(items[0]))} {said}".strip())


def noref(scene: Scene) -> Draft | None:
    """Words that name nothing."""
    mine = scene.several(2)
    if not mine:
        return None
    items = scene.chance.some(mine, _count(scene, 2, min(len(mine), 8)))
    return paid_in_full(scene, "n_noref", items, scene.chance.one(scene.words(scene.customer(items[0])).paying))


def credit(scene: Scene) -> Draft | None:
    """A credit is taken off; it is named like the invoices, with a sign, or not at all."""
    mine = scene.several(2)
    notes = scene.ledger.of(mine[0].customer, scene.day, "credit") if mine else []
    if not notes:
        return None
    items, note = scene.chance.some(mine, _count(scene, 2, min(len(mine), 10))), scene.chance.one(notes)
    if sum(each.open for each in items) + note.open <= 0:
        return None
    said = _written(scene, items) + scene.chance.one((f" - {note.number}", f", {note.number}", f" -{note.number}", ""))
    return paid_in_full(scene, "n_credit", [*items, note], said[: scene.style.lettering.limit])


def clear_due(scene: Scene) -> Draft | None:
    """Everything that is due; sometimes but for one."""
    due = [each for each in scene.several(4) if each.due <= scene.day]
    if due and scene.chance.happens(0.25):
        due.remove(scene.chance.one(due))
    if not 3 <= len(due) <= MANY:
        return None
    return paid_in_full(scene, "n_clear_due", due, scene.chance.one(scene.words(scene.customer(due[0])).clearing))


def discounted(scene: Scene) -> Draft | None:
    """A list; the discount is taken wherever there is one."""
    made = listed(scene)
    if made is None or made.customer is None or made.scenario != "n_list":
        return None
    items = [scene.ledger.find(made.customer.id, each.invoice) for each in made.allocs]
    allocs = tuple(_less_discount(each) for each in items)
    if not any(each.adjust for each in allocs):
        return None
    return evolve(made, scenario="n_discount", amount=sum(each.cash for each in allocs), allocs=allocs)


def _less_discount(item: Invoice) -> Alloc:
    if item.terms is None:
        return Alloc(item.id, item.open)
    off = (item.open * item.terms.pct + 50) // 100
    return Alloc(item.id, item.open - off, off, "discount" if off else None)
