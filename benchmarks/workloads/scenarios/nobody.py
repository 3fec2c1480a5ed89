"""Money that belongs to no invoice."""

from attrs import evolve

from benchmarks.workloads.amounts import trade
from benchmarks.workloads.currencies import converted, currency_of
from benchmarks.workloads.scenarios.scene import Draft, Scene
from benchmarks.workloads.text.languages import LANGUAGES, language_of


def prepay(scene: Scene) -> Draft | None:
    """A known customer pays before there is an invoice."""
    item = scene.draw()
    if item is None:
        return None
    customer, amount = scene.customer(item), scene.chance.number(40, 900) * max(1, item.open // 1000)
    said = scene.chance.one(scene.words(customer).ahead).format(scene.chance.digits(6))
    return Draft(
        scenario="x_prepay", customer=customer, amount=amount, currency=item.currency, said=said, on_account=amount
    )


def _of_nobody(scene: Scene, scenario: str, said: str, country: str) -> Draft:
    currency = currency_of(country)
    amount = max(1, converted(trade(scene.chance, 0), "EUR", currency))
    return Draft(scenario=scenario, customer=None, amount=amount, currency=currency, said=said, unidentified=amount)


def unidentified(scene: Scene) -> Draft | None:
    """Somebody, for something."""
    country = scene.chance.weighted(scene.style.countries)
    return _of_nobody(scene, "x_unidentified", scene.chance.one(LANGUAGES[language_of(country)].paying), country)


def stranger(scene: Scene) -> Draft | None:
    """Somebody who names a number: of ours, but not what it is over (the account was mistaken, or chance)."""
    item, country = scene.draw(), scene.chance.weighted(scene.style.countries)
    return None if item is None else _of_nobody(scene, "x_stranger", scene.naming(item), country)


def duplicate(scene: Scene) -> Draft | None:
    """A payment that was made before."""
    if not scene.ledger.settled:
        return None
    earlier, item = scene.chance.one(scene.ledger.settled)
    return Draft(
        scenario="x_duplicate", customer=scene.customer(item), amount=earlier.amount, currency=earlier.currency,
        said=earlier.text, ref=earlier.ref, on_account=earlier.amount, like=earlier,
    )  # fmt: skip


def reversal(scene: Scene) -> Draft | None:
    """The bank takes a payment back."""
    made = duplicate(scene)
    if made is None or made.like is None or made.customer is None:
        return None
    said = f"{scene.chance.one(scene.words(made.customer).returned)} {made.said}"
    back = -made.amount
    return evolve(made, scenario="x_reversal", amount=back, on_account=back, said=said, reverses=made.like.id)


def charge(scene: Scene) -> Draft | None:
    """The bank takes its price."""
    made = _of_nobody(scene, "x_charge", f"{scene.chance.digits(4)} FEES 01/27", next(iter(scene.style.countries)))
    cost = -scene.chance.number(5, 60) * 100
    return evolve(made, amount=cost, unidentified=cost)
