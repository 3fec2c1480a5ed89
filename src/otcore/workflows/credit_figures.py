"""What credit checks look at beside the account: open items and money on account of all who use it."""

from datetime import date

from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.risk_class import Debt
from otcore.ports.aggregates import RECEIPT, RECEIVABLE
from otcore.ports.storage import Where
from otcore.receivables.exposure import item_exposure, overdue_exposure
from otcore.receivables.item import Receivable
from otcore.values.money import Money, total
from otcore.workflows.requests import Find, Flow


def debt_of(account: CreditAccount, day: date) -> Flow[Debt]:
    """The open items behind an account, as they stand on a day."""
    items: list[Receivable] = []
    for customer in account.customers:
        for status in ("open", "overdue"):
            found = yield from Find(RECEIVABLE, Where(party=customer, status=status))
            items += [kept.some for kept in found]
    late = [item for item in items if item.next_due < day]
    return Debt(
        open=total(map(item_exposure, items), account.currency),
        overdue=total((overdue_exposure(item, day) for item in late), account.currency),
        oldest=max(((day - item.next_due).days for item in late), default=0),
    )


def on_account(account: CreditAccount) -> Flow[Money]:
    """Money that has come in from those who use the account and pays nothing yet, in the account's currency."""
    there = Money.zero(account.currency)
    for customer in account.customers:
        for status in ("on account", "unapplied"):
            found = yield from Find(RECEIPT, Where(party=customer, status=status))
            left = (kept.some.unapplied for kept in found)
            there += total((each for each in left if each.currency == there.currency), there.currency)
    return there
