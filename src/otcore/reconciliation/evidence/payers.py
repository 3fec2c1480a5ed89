"""Who paid: by account, by name, by what was learned."""

from collections.abc import Iterator

from attrs import frozen

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class Paying:
    """A customer that the payment may be from, by what, and how sure (hundredths of a bit, 0 is certain)."""

    customer: str
    kind: str
    weight: int
    said: str


@fast_init
@frozen
class Payers:
    """Who may have paid, the surest first; `otherwise`: what it weighs that an item is of none of them."""

    found: dict[str, Paying]
    otherwise: int
    kind: str

    def of(self, customer: str) -> Paying | None:
        """What says that this customer paid."""
        return self.found.get(customer)


def payers_of(payment: Payment, book: Book, text: str, policies: Policies) -> Payers:
    """Who may have paid."""
    found: dict[str, Paying] = {}
    for each in _all(payment, book, policies):
        known = found.get(each.customer)
        if known is None or each.weight > known.weight:
            found[each.customer] = each
    for customer in _numbers_of_customers(text, book):
        found.setdefault(customer, Paying(customer, "PAYER_NUMBER", weights.PAYER_NUMBER, customer))
    weight, kind = _otherwise(payment, book, found)
    if len(found) > 1:
        found = dict(sorted(found.items(), key=_surest))
    return Payers(found, weight, kind)


def _surest(pair: tuple[str, Paying]) -> tuple[int, str]:
    return -pair[1].weight, pair[0]


def _all(payment: Payment, book: Book, policies: Policies) -> Iterator[Paying]:
    for each in (*_by_account(payment.payer_account, book), *_by_name(payment.payer_name, book)):
        yield each
        for child in book.children.get(each.customer, ()) if policies.of(each.customer).for_children else ():
            yield Paying(child, "PAYER_PARENT", each.weight + weights.PAYER_PARENT, each.said)


def _by_account(account: str, book: Book) -> Iterator[Paying]:
    if not account:
        return
    for customer in book.accounts.known(account):
        yield Paying(customer, "PAYER_ACCOUNT", weights.PAYER_ACCOUNT, account)
    learned = book.accounts.learned(account)
    if len(learned) == 1:
        yield Paying(learned[0], "PAYER_LEARNED", weights.PAYER_LEARNED, account)


def _by_name(name: str, book: Book) -> Iterator[Paying]:
    if not name:
        return
    names = book.names
    for kind, weight, known_by in (
        ("PAYER_NAME", weights.PAYER_NAME, names.same),
        ("PAYER_REORDERED", weights.PAYER_REORDERED, names.reordered),
        ("PAYER_CUT", weights.PAYER_CUT, names.cut),
    ):
        customers = known_by(name)
        if customers:
            for customer in customers:
                yield Paying(customer, kind, weight, name)
            return


def _numbers_of_customers(text: str, book: Book) -> Iterator[str]:
    for word in text.split():
        customer = book.customers.get(word)
        if customer is not None:
            yield customer


def _otherwise(payment: Payment, book: Book, found: dict[str, Paying]) -> tuple[int, str]:
    if len(book.accounts.learned(payment.payer_account)) > 1:
        return weights.PAYER_FACTORY, "PAYER_FACTORY"
    if any(each.kind != "PAYER_NUMBER" for each in found.values()):
        return weights.PAYER_OTHER, "PAYER_OTHER"
    if payment.payer_name:
        return weights.PAYER_STRANGER, "PAYER_STRANGER"
    return weights.PAYER_UNSAID, "PAYER_UNSAID"
