"""What a receipt may pay, as far as the books know without a search through everything: what it names, and what those
owe who may have sent it.
"""

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from otcore.customers.credit.account import account_id
from otcore.customers.customer import Customer
from otcore.customers.naming import normal_name
from otcore.payments.receipt import Receipt
from otcore.ports.aggregates import CREDIT, CUSTOMER, NAMESAKE, ORDER, RECEIVABLE
from otcore.ports.storage import Where
from otcore.receivables.receivable import Receivable
from otcore.reconciliation.book import Book
from otcore.reconciliation.of_books import open_item_of, orders_of, payer_of, references_of
from otcore.workflows.payers import payer_of as payer_known
from otcore.workflows.requests import Find, Flow, Load, LoadMany

_OPEN = ("open", "overdue", "credit")


@frozen
class Candidates:
    """`named`: items under what the receipt states; `items`: those and what the possible payers owe. `payer`: who is
    known to pay from the account; `related`: the payer, its parent and those that it pays for.
    """

    payer: str
    related: frozenset[str]
    named: tuple[Receivable, ...]
    items: tuple[Receivable, ...]
    customers: tuple[Customer, ...]


def book_of(looked_at: Iterable[tuple[Candidates, Receipt]]) -> Book:
    """One book of all that these receipts may pay; an account is known as its payer's, however that became known."""
    items: dict[str, Receivable] = {}
    customers: dict[str, Customer] = {}
    accounts: defaultdict[str, list[str]] = defaultdict(list)
    for found, receipt in looked_at:
        items |= {each.id: each for each in found.items}
        customers |= {each.id: each for each in found.customers}
        if found.payer and receipt.transaction.payer_account:
            accounts[found.payer].append(receipt.transaction.payer_account)
    payers = (payer_of(each, accounts[id]) for id, each in customers.items())
    return Book(map(open_item_of, items.values()), payers)


def candidates(receipt: Receipt) -> Flow[Candidates]:
    """What has to be looked at."""
    references = references_of(receipt)
    named = yield from _under(references)
    payer = yield from payer_known(receipt)
    family = yield from _family(payer)
    namesakes = yield from _namesakes(receipt.transaction.payer_name)
    buyers = () if named or family else (yield from _buyers(receipt))
    possible = dict.fromkeys((*family, *namesakes, *(item.customer for item in named), *buyers))
    owed = yield from _owed(possible)
    items = {each.id: each for each in (*named, *owed)}
    customers = yield from LoadMany(CUSTOMER, tuple(possible))
    known = tuple(each.state for each in customers if each.state)
    return Candidates(payer, frozenset(family), named, tuple(items.values()), known)


def _under(references: tuple[str, ...]) -> Flow[tuple[Receivable, ...]]:
    """The items under these references; a search for none of them would find every item."""
    found = (yield from Find(RECEIVABLE, Where(references=references))) if references else ()
    return tuple(each.some for each in found)


def _buyers(receipt: Receipt) -> Flow[tuple[str, ...]]:
    """Whose orders it names, by the buyer's own numbers as they were written."""
    numbers = orders_of(receipt)
    found = (yield from Find(ORDER, Where(references=numbers))) if numbers else ()
    return tuple(dict.fromkeys(each.some.customer for each in found))


def _family(payer: str) -> Flow[tuple[str, ...]]:
    """The payer, those who share the credit account that it uses, and whose account that is."""
    if not payer:
        return ()
    account = yield from Load(CREDIT, account_id((yield from Load(CUSTOMER, payer)).some))
    return tuple(dict.fromkeys((payer, *account.some.customers)))


def _namesakes(name: str) -> Flow[tuple[str, ...]]:
    """Those who go by the payer's name."""
    key = normal_name(name)
    if not key:
        return ()
    found = yield from Load(NAMESAKE, key)
    return found.state.customers if found.state else ()


def _owed(customers: Iterable[str]) -> Flow[tuple[Receivable, ...]]:
    found: list[Receivable] = []
    for customer in customers:
        for status in _OPEN:
            items = yield from Find(RECEIVABLE, Where(party=customer, status=status))
            found += [each.some for each in items]
    return tuple(found)
