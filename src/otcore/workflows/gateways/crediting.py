"""Items that are owed again because their money was refunded: what was credited of their invoice closes them."""

from collections.abc import Iterable
from datetime import date

from otcore.customers.credit.account import account_id
from otcore.ports.aggregates import CREDIT, CUSTOMER, INVOICE, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables.receivable import Receivable
from otcore.receivables.set_off import netting
from otcore.workflows.netting import netted
from otcore.workflows.requests import Append, Flow, Load, LoadMany, Save


def settled_by_credits(items: Iterable[str], day: date) -> Flow[None]:
    """What the credit notes of each invoice left over, used for it: the customer was paid back, not owed it twice."""
    for item in items:
        yield from _settled((yield from Load(RECEIVABLE, item, True)), day)


def _settled(item: Kept[Receivable], day: date) -> Flow[None]:
    invoice = (yield from Load(INVOICE, item.id)).state
    notes = invoice.notes if invoice else ()
    found = (yield from LoadMany(RECEIVABLE, notes, True)) if notes else ()
    credits = {kept.id: kept for kept in found if kept.state and kept.state.open}
    for use in netting([kept.some for kept in credits.values()], [item.some]):
        customer = (yield from Load(CUSTOMER, item.some.customer)).some
        account = yield from Load(CREDIT, account_id(customer), True)
        net = netted(credits[use.credit], item, account, use.amount, day)
        yield from Save(*net.items, *((net.account,) if net.account.events else ()))
        yield from Append(net.entries)
        item = yield from Load(RECEIVABLE, item.id, True)
