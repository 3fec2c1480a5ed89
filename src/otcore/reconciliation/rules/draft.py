"""A draft of an explanation: what would be paid, and how much speaks for it, before it is written out for people."""

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.reading import Reading
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class Part:
    """What an item gets: `cash`, and `taken` that closes it without cash. `why` the two differ from what is owed."""

    entry: Entry
    cash: int
    taken: int = 0
    why: Why | None = None


@fast_init
@frozen
class Said:
    """A kind of evidence and its weight, for a finding."""

    kind: str
    about: str
    weight: int
    cite: Cite | None = None


@fast_init
@frozen
class Draft:
    """An explanation. `sure`: no rule forbids to post it; the weight decides."""

    rule: str
    customer: str
    parts: tuple[Part, ...]
    over: int
    weight: int
    said: tuple[Said, ...]
    sure: bool = True

    @property
    def strength(self) -> int:
        """What is said for it by what it explains: a number that it leaves out speaks for nothing by itself."""
        return self.weight - sum(max(0, each.weight) for each in self.said if each.kind == "LEFT_OUT")


def whose(customer: str, reading: Reading, book: Book) -> tuple[Said, ...]:
    """What it weighs that the payment is of this customer: the book taken blindly, and then who paid."""
    all_items = log2(max(weights.SMALLEST_BOOK, book.size))
    prior = Said("PRIOR", customer, -all_items)
    paying = reading.payers.of(customer)
    if paying is None:
        return prior, Said(reading.payers.kind, customer, reading.payers.otherwise)
    own = log2(max(1, len(book.standing(customer, reading.currency))))
    return prior, Said(paying.kind, customer, all_items - own + paying.weight)


def payer_of(customer: str, reading: Reading, book: Book) -> tuple[Said, ...]:
    """The same for a set of items, whose chance is weighed as a whole."""
    paying = reading.payers.of(customer)
    if paying is None:
        return (Said("PRIOR", customer, -log2(max(weights.SMALLEST_BOOK, book.size))),)
    return (Said(paying.kind, customer, paying.weight),)


def exactly(entry: Entry, reading: Reading, book: Book) -> tuple[Said, ...]:
    """Who paid, and what it weighs that the amount is exactly what is open of an item, whichever of the customer's."""
    customer, amount = entry.customer, entry.open
    among = book.amounts.count(entry.currency, amount)
    if reading.payers.of(customer) is None:
        fits = weights.amount_weight(amount, among)
        return *whose(customer, reading, book), Said("EXACT", entry.id, fits)
    standing = book.standing(customer, entry.currency)
    reached = standing.within(amount // 2, 2 * amount, weights.grain(amount))
    fits = weights.fit_weight(reached, amount, among) - log2(len(standing.of(amount)))
    return *payer_of(customer, reading, book), Said("EXACT", entry.id, fits)


def draft(
    rule: str, customer: str, parts: tuple[Part, ...], over: int, said: tuple[Said, ...], sure: bool = True
) -> Draft:
    """A draft with the sum of what speaks for it."""
    return Draft(rule, customer, parts, over, sum(each.weight for each in said), said, sure)
