"""One invoice, and a payment that is not what it says."""

from attrs import evolve

from benchmarks.workloads.currencies import CURRENCIES, converted
from benchmarks.workloads.records import Alloc, Invoice
from benchmarks.workloads.scenarios.scene import Draft, Scene, paid_in_full


def _instead(scene: Scene, scenario: str, item: Invoice, alloc: Alloc, words: tuple[str, ...] = ("",)) -> Draft | None:
    """The item named, perhaps with a word why; None where nothing would be paid."""
    if not alloc.cash > 0:
        return None
    said = scene.naming(item)
    if scene.chance.happens(0.5):
        said += " " + scene.chance.one(words).format(scene.chance.digits(5))
    made = paid_in_full(scene, scenario, [item], said)
    return evolve(made, amount=alloc.cash, allocs=(alloc,), remembered=None)


def _closing(
    scene: Scene, scenario: str, item: Invoice, off: int, why: str, words: tuple[str, ...] = ("",)
) -> Draft | None:
    """Less cash, and the rest closes with it."""
    return _instead(scene, scenario, item, Alloc(item.id, item.open - off, off, why), words) if off > 0 else None


def discount(scene: Scene) -> Draft | None:
    """The discount of the terms, mostly within its days."""
    item = scene.draw()
    if item is None or item.terms is None:
        return None
    if (scene.day - item.issued).days > item.terms.days and not scene.chance.happens(0.15):
        return None
    words = tuple(each.replace("{}", str(item.terms.pct)) for each in scene.words(scene.customer(item)).discounted)
    return _closing(scene, "adj_discount", item, (item.open * item.terms.pct + 50) // 100, "discount", words)


def fee(scene: Scene) -> Draft | None:
    """A bank kept its fee, or the last minor unit is missing."""
    item = scene.draw()
    if item is None:
        return None
    if scene.chance.happens(0.3):
        return _closing(scene, "adj_fee", item, 1, "rounding")
    off = scene.chance.one(scene.style.fees)
    return _closing(scene, "adj_fee", item, off, "fee") if off * 20 < item.open else None


def withholding(scene: Scene) -> Draft | None:
    """A tax was kept."""
    item = scene.draw()
    if item is None:
        return None
    off = (item.open * scene.chance.one(scene.style.withholding) + 500) // 1000
    return _closing(scene, "adj_withholding", item, off, "withholding", scene.words(scene.customer(item)).withheld)


def deduction(scene: Scene) -> Draft | None:
    """The payer takes something off; it stays open."""
    item = scene.draw()
    if item is None:
        return None
    cash = item.open - item.open * scene.chance.number(30, 300) // 1000
    words = scene.words(scene.customer(item)).deducted
    return _instead(scene, "adj_deduction", item, Alloc(item.id, cash, 0, "deduction"), words)


def partial(scene: Scene) -> Draft | None:
    """A first instalment."""
    item = scene.draw()
    if item is None:
        return None
    parts = scene.chance.one((2, 2, 3, 4))
    words = scene.words(scene.customer(item)).instalment
    return _instead(scene, "adj_partial", item, Alloc(item.id, item.open // parts, 0, "partial"), words)


def rest(scene: Scene) -> Draft | None:
    """What is left after a first instalment."""
    begun = [item for day, item in scene.ledger.begun if day < scene.day and scene.ledger.left[item.id]]
    if not begun:
        return None
    item = scene.chance.one(begun)
    words = scene.words(scene.customer(item)).rest
    return _instead(scene, "adj_rest", item, Alloc(item.id, scene.ledger.left[item.id]), words)


def over(scene: Scene) -> Draft | None:
    """Too much: the surplus stays on account."""
    item = scene.draw()
    if item is None:
        return None
    more = scene.chance.one((1, 100, 1_000, item.open // 10, item.open))
    made = paid_in_full(scene, "adj_over", [item], scene.naming(item))
    return evolve(made, amount=item.open + more, on_account=more, remembered=None) if more else None


def fx(scene: Scene) -> Draft | None:
    """Paid in another currency; sometimes the bank does not say what was ordered ("bare")."""
    item = scene.draw()
    if item is None:
        return None
    currency = scene.chance.one([each for each in ("EUR", *CURRENCIES.values()) if each != item.currency])
    cash = converted(item.open, item.currency, currency) * scene.chance.number(950, 1050) // 1000
    made = _instead(scene, "adj_fx", item, Alloc(item.id, cash, 0, f"fx:{item.currency}{item.open}"))
    if made is None or scene.chance.happens(0.1):
        return made and evolve(made, currency=currency, scenario="adj_fx:bare")
    return evolve(made, currency=currency, original=(item.open, item.currency))
