"""Using what a credit note left over for another invoice: two items, the exposure, and the ledger."""

from datetime import date

from attrs import frozen

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount
from otcore.ports.kinds import Kept
from otcore.receivables import item as items
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import Entry
from otcore.receivables.set_off import moved, transferred
from otcore.values.money import Money


@frozen
class Netted:
    """The items and the account after a credit was used, and the rows of it."""

    items: tuple[Kept[Receivable], ...]
    account: Kept[CreditAccount]
    entries: tuple[Entry, ...]


def netted(
    rest: Kept[Receivable], item: Kept[Receivable], account: Kept[CreditAccount], amount: Money, day: date
) -> Netted:
    """So much of a credit used for an item. Refused: `MORE_THAN_OPEN` of either."""
    used = rest.after(items.credit(rest.some, item.id, -amount, day))
    paid = item.after(items.credit(item.some, rest.id, amount, day))
    less = moved((rest.some, item.some), (used.some, paid.some), account.some.currency)
    if less:
        account = account.after(credit.moved(rest.id, invoices=less, currency=less.currency))
    return Netted((used, paid), account, transferred(rest.some, item.some, amount, day))
