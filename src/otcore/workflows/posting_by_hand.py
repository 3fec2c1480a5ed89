"""A person posts money: a receipt on chosen items, or what is there already on an invoice."""

from otcore.payments.allocation import Allocation
from otcore.payments.decided import Decided
from otcore.payments.receipt import Receipt, standing
from otcore.ports.aggregates import RECEIPT, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables.receivable import Receivable
from otcore.reconciliation.by_hand import MANUAL, check_by_hand, check_suggestion, payer_chosen
from otcore.reconciliation.commands import ApplyReceiptTo, UseOnAccount
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.workflows.house import House
from otcore.workflows.identifying import learned
from otcore.workflows.payers import payer_of
from otcore.workflows.posting import Application, posted
from otcore.workflows.requests import Append, Find, Flow, Load, LoadMany, Save, Who

ON_ACCOUNT = "ON_ACCOUNT"
"""The rule id of money that was there before the invoice."""

_THERE = ("on account", "unapplied")


def apply_receipt_to(command: ApplyReceiptTo, house: House) -> Flow[Kept[Receipt]]:
    """The receipt on the items that were chosen."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    if not command.allocations:
        raise Rejected("NOTHING_CHOSEN", receipt=kept.some.id)
    check_suggestion(kept.some, command)
    items = yield from LoadMany(RECEIVABLE, tuple(dict.fromkeys(each.item for each in command.allocations)))
    customer = payer_chosen(command, (yield from payer_of(kept.some)), [each.some for each in items])
    policy = house.matching.of(customer)
    for each in command.allocations:
        check_by_hand(each.item, each.adjustments, policy)
    strange = any(each.some.customer != customer for each in items)
    done = yield from posted(kept, _chosen(command, customer, strange, kept.some, (yield from Who())), command.day)
    names = (yield from learned(kept.some, customer)) if command.learn else ()
    yield from Save(*done.kept, *names)
    yield from Append(done.entries)
    return done.receipt


def use_on_account(command: UseOnAccount, house: House) -> Flow[Kept[Receivable]]:
    """The item, paid with what its customer has here, the oldest money first."""
    asked = (yield from Load(RECEIVABLE, command.invoice)).some
    money = yield from _money_of(asked.customer, asked.open.currency)
    item = yield from Load(RECEIVABLE, command.invoice, True)
    wanted = _wanted(command, item.some, money)
    for kept in money:
        part = min(kept.some.unapplied, wanted)
        wanted -= part
        if part:
            yield from _use(kept, item.id, part, command)
    return (yield from Load(RECEIVABLE, item.id))


def _use(kept: Kept[Receipt], item: str, part: Money, command: UseOnAccount) -> Flow[None]:
    application = Application(
        customer=kept.some.customer,
        allocations=(Allocation(item, part),),
        rule=ON_ACCOUNT,
        on_account=kept.some.on_account,
    )
    done = yield from posted(kept, application, command.day)
    yield from Save(*done.kept)
    yield from Append(done.entries)


def _money_of(customer: str, currency: str) -> Flow[tuple[Kept[Receipt], ...]]:
    """For update, the oldest first."""
    found: list[Kept[Receipt]] = []
    for status in _THERE:
        found += yield from Find(RECEIPT, Where(party=customer, status=status), True)
    there = (each for each in found if standing(each.some) in _THERE and each.some.unapplied.currency == currency)
    return tuple(sorted(there, key=lambda each: (each.some.day, each.id)))


def _wanted(command: UseOnAccount, item: Receivable, money: tuple[Kept[Receipt], ...]) -> Money:
    """How much of the money the item takes, or `Rejected`."""
    currency = item.open.currency
    there = total((each.some.unapplied for each in money), currency)
    if not there:
        raise Rejected("NOTHING_ON_ACCOUNT", invoice=item.id, customer=item.customer)
    amount = min(there, item.open) if command.amount is None else command.amount
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", invoice=item.id, amount=str(amount))
    if amount > item.open:
        raise Rejected("MORE_THAN_OPEN", invoice=item.id, amount=str(amount), open=str(item.open))
    if amount > there:
        raise Rejected("MORE_THAN_ON_ACCOUNT", invoice=item.id, amount=str(amount), there=str(there))
    return amount


def _chosen(command: ApplyReceiptTo, customer: str, strange: bool, receipt: Receipt, by: str) -> Application:
    """As the person decided, with the rivals that there were; `strange`: it pays items of others."""
    before = receipt.decided
    rivals = before.rivals if before else ()
    reasons = ("PAYER_MISMATCH",) if strange else ()
    decided = Decided("posted", reasons=reasons, rivals=rivals, by=by, suggestion=command.suggestion)
    return Application(
        customer=customer,
        allocations=command.allocations,
        rule=MANUAL,
        reason=command.reason,
        on_account=command.on_account,
        decided=decided,
    )
