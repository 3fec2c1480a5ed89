"""A workload from a style and a seed."""

from datetime import date, timedelta

from benchmarks.workloads.chance import Chance
from benchmarks.workloads.customers import customers
from benchmarks.workloads.items import invoices
from benchmarks.workloads.ledger import Ledger
from benchmarks.workloads.lettering import Letters
from benchmarks.workloads.payers import Desk, Payer
from benchmarks.workloads.records import Payment, Truth, Workload
from benchmarks.workloads.scenarios.scene import Draft, Scene
from benchmarks.workloads.scenarios.table import SCENARIOS
from benchmarks.workloads.style import Style

MONTH = 30  # days
TRIES = 1_000


def generate(style: Style, seed: int, items: int = 10_000, payments: int = 3_000) -> Workload:
    """So many open items and payments; payments are in the order in which they are booked."""
    chance = Chance(f"{style.name} {seed}")
    owing = customers(style, items, chance)
    made = tuple(invoices(style, owing, items, chance))
    ledger = Ledger(owing, made)
    desk = Desk(style, ledger.customers, chance)
    booked = [
        _booked(f"P{at:06d}", Scene(chance, style, ledger, style.today + timedelta(at * MONTH // payments)), desk)
        for at in range(payments)
    ]
    return Workload(tuple(owing), made, tuple(each for each, _ in booked), tuple(each for _, each in booked))


def _booked(id: str, scene: Scene, desk: Desk) -> tuple[Payment, Truth]:
    draft = _draft(scene)
    like = draft.like
    payer = Payer(like.payer_name, like.payer_iban) if like else desk.payer(draft.customer)
    own = f"T{scene.chance.digits(8)}" if scene.chance.happens(0.5) else ""
    letters = Letters(scene.style.lettering, draft.said, scene.chance)
    if like is None:
        letters.cluttered(draft.customer, scene.day).on_paper(payer.name, own)
    payment = _payment(id, draft, payer, letters.text, own, scene.day)
    _note(scene.ledger, draft, payment)
    return payment, _truth(draft, payment, (*payer.noise, *letters.noise))


def _draft(scene: Scene) -> Draft:
    for _ in range(TRIES):
        draft = SCENARIOS[scene.chance.weighted(scene.style.mix)](scene)
        if draft is not None:
            return draft
    raise RuntimeError(f"style {scene.style.name}: nothing is left to pay on {scene.day}")


def _payment(id: str, draft: Draft, payer: Payer, text: str, own: str, day: date) -> Payment:
    amount, currency = draft.original or (None, None)
    return Payment(
        id=id,
        booked=day,
        amount=draft.amount,
        currency=draft.currency,
        payer_name=payer.name,
        payer_iban=payer.account,
        text=text,
        ref=draft.ref,
        e2e=own or "NOTPROVIDED",
        orig_amount=amount,
        orig_ccy=currency,
    )


def _note(ledger: Ledger, draft: Draft, payment: Payment) -> None:
    """What is paid leaves the ledger; what may come back is remembered."""
    for each in draft.allocs:
        assert draft.customer is not None
        item = ledger.find(draft.customer.id, each.invoice)
        foreign = (each.reason or "").startswith("fx")
        ledger.close(item, ledger.left[item.id] if foreign else each.cash + each.adjust)
        if each.reason == "partial":
            ledger.begun.append((payment.booked, item))
    if draft.remembered is not None:
        ledger.settled.append((payment, draft.remembered))


def _truth(draft: Draft, payment: Payment, noise: tuple[str, ...]) -> Truth:
    return Truth(
        payment=payment.id,
        scenario=draft.scenario,
        customer=draft.customer.id if draft.customer else None,
        allocs=draft.allocs,
        on_account=draft.on_account,
        unidentified=draft.unidentified,
        reverses=draft.reverses,
        noise=noise,
    )
