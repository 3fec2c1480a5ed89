"""The book: open items and payers under everything that a payment may say about them, kept up to date item by item."""

from collections.abc import Iterable
from operator import attrgetter

from otcore.reconciliation.index.accounts import Accounts
from otcore.reconciliation.index.amounts import Amounts
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.names import Names
from otcore.reconciliation.index.numbers import Numbers
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.index.stretches import Stretches, stretch_of
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.spelling.citing import skeleton
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.references import reference_key


class Book:
    """What is owed, and by whom. A decision reads it and changes nothing; whoever posts closes, opens and teaches it.

    Closed items stay known, so that a payment that names one is understood. Refusals: ITEM_UNKNOWN, ITEM_KNOWN,
    CURRENCY_DIFFERS, OVER_ALLOCATED.
    """

    def __init__(self, items: Iterable[OpenItem], payers: Iterable[Payer] = ()) -> None:
        self.entries: dict[str, Entry] = {}
        self.numbers = Numbers()
        self._references: dict[str, list[Entry]] = {}
        self.amounts = Amounts()
        self.accounts = Accounts()
        self.names = Names()
        self.payers: dict[str, Payer] = {}
        self.children: dict[str, list[str]] = {}
        self.customers: dict[str, str] = {}
        self._standings: dict[tuple[str, str], Standing] = {}
        self._paid: dict[tuple[str, int], dict[str, Entry]] = {}
        self._stretches = Stretches()
        self.size = 0
        for payer in sorted(payers, key=attrgetter("customer")):
            self.know(payer)
        for item in sorted(items, key=_oldest):
            self.open(item)

    def know(self, payer: Payer) -> None:
        """Take in a customer's names and accounts; what was known before stays."""
        self.payers[payer.customer] = payer
        self.customers.setdefault(skeleton(payer.customer), payer.customer)
        for name in payer.names:
            self.names.add(payer.customer, name)
        for account in payer.accounts:
            self.accounts.know(account, payer.customer)
        if payer.parent:
            self.children.setdefault(payer.parent, []).append(payer.customer)

    def open(self, item: OpenItem) -> None:
        """Take in an item that is owed. An id is taken once (ITEM_KNOWN)."""
        if item.id in self.entries:
            raise Rejected("ITEM_KNOWN", item=item.id)
        entry = Entry(item, len(self.entries))
        self.entries[item.id] = entry
        self.numbers.add(entry)
        if item.reference:
            self._references.setdefault(_plain(item.reference), []).append(entry)
        if entry.open:
            self._count(entry)

    def close(self, item_id: str, amount: Money) -> None:
        """So much less is open of an item; a negative amount opens it again, at most to what it came in with."""
        entry = self._entry(item_id, amount)
        left = entry.open - amount.minor
        if not _between(left, entry.item.amount.minor):
            raise Rejected("OVER_ALLOCATED", item=item_id, open=str(entry.now.open), amount=str(amount))
        if entry.open:
            self._uncount(entry)
        entry.open = left
        entry.paid = (amount.minor, *entry.paid[:3])
        if left:
            self._count(entry)
        else:
            self._paid.setdefault((entry.customer, amount.minor), {})[entry.id] = entry

    def learn(self, account: str, customer: str) -> None:
        """A payment from this account was this customer's: the next one may be."""
        if account:
            self.accounts.learn(account, customer)

    def unlearn(self, account: str, customer: str) -> None:
        """Take back a lesson."""
        self.accounts.unlearn(account, customer)

    def referred(self, reference: str) -> list[Entry]:
        """The items of a structured reference, however it is written."""
        return self._references.get(_plain(reference)) or self._references.get(reference_key(reference), [])

    def standing(self, customer: str, currency: str) -> Standing:
        """What a customer owes in a currency."""
        return self._standings.get((customer, currency), _NOTHING)

    def paid(self, customer: str, amount: int) -> list[Entry]:
        """The items of a customer that so much closed, and that are closed still."""
        return [entry for entry in self._paid.get((customer, amount), _NONE).values() if not entry.open]

    def stretches(self, amount: int, currency: str) -> list[tuple[str, list[Entry]]]:
        """Whose items that may well be paid at once add up to an amount, and which these are."""
        standings = self._standings
        owners = self._stretches.owners(amount, currency, standings)
        of = [(customer, standings[customer, currency]) for customer in owners]
        return [(customer, stretch_of(standing.debts, standing.credits, amount)) for customer, standing in of]

    def item(self, item_id: str) -> OpenItem:
        """An item as it is now. ITEM_UNKNOWN."""
        return self._entry(item_id).now

    def _entry(self, item_id: str, amount: Money | None = None) -> Entry:
        entry = self.entries.get(item_id)
        if entry is None:
            raise Rejected("ITEM_UNKNOWN", item=item_id)
        if amount is not None and amount.currency != entry.currency:
            raise Rejected("CURRENCY_DIFFERS", item=item_id, open=str(entry.now.open), amount=str(amount))
        return entry

    def _count(self, entry: Entry) -> None:
        self.amounts.add(entry)
        key = entry.customer, entry.currency
        standing = self._standings.get(key)
        if standing is None:
            standing = self._standings[key] = Standing()
        standing.add(entry)
        self._stretches.change(key)
        self.size += 1

    def _uncount(self, entry: Entry) -> None:
        self.amounts.remove(entry)
        key = entry.customer, entry.currency
        self._standings[key].remove(entry)
        self._stretches.change(key)
        self.size -= 1


_NOTHING = Standing()
_NONE: dict[str, Entry] = {}


def _plain(reference: str) -> str:
    """Without what does not count in any: signs between, and zeros in front."""
    signs = skeleton(reference)
    return signs.lstrip("0") or signs


def _oldest(item: OpenItem) -> tuple[int, str]:
    return item.due.toordinal(), item.id


def _between(left: int, came_in: int) -> bool:
    return 0 <= left <= came_in or came_in <= left <= 0
