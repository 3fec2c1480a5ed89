"""Cash application over files: what is read, decided batch by batch, and written."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from otcore.adapters.cash_files.columns import AS_IT_SAYS, Layout
from otcore.cli.documents import Failure
from otcore.cli.match.advices import Advices
from otcore.cli.match.files import (
    Batch,
    advices_in,
    items_in,
    mapping_in,
    payers_in,
    payers_named_in,
    payments_in,
    policies_in,
)
from otcore.cli.match.records import matched_lines
from otcore.cli.progress import Track
from otcore.cli.putting import put
from otcore.formats.cash_application import Matched, Matching, allocations_csv, review_csv, review_page
from otcore.reconciliation.batch import decide_all
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import VERSION
from otcore.reconciliation.decision import Decision, Outcome, Proposal
from otcore.reconciliation.looked_at import hash_of
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy, Policies

POLICY = MatchingPolicy()


@frozen(kw_only=True)
class MatchOrder:
    """What is asked for: the files, how they are laid out, and where results are written."""

    open_items: Path
    payments: Path
    customers: Path | None = None
    policy: Path | None = None
    mapping: Path | None = None
    advices: Path | None = None
    out: Path
    items_layout: Layout = AS_IT_SAYS
    payments_layout: Layout = AS_IT_SAYS
    customers_layout: Layout = AS_IT_SAYS
    language: str = "en"


@frozen
class MatchDone:
    """What became of it. `failures`: payments that could not be read; `written`: files, and whether each changed;
    `set_aside`: how many entries of bank statements are no money that came in.
    """

    matching: Matching
    failures: tuple[Failure, ...] = ()
    written: dict[str, bool] = field(factory=dict)
    set_aside: int = 0


def match(order: MatchOrder, track: Track) -> MatchDone:
    """Read, decide, write. A payment that cannot be read is left out and told.

    Raises `BadUse` for an open item or a customer that cannot be read: decided without it, a payment could be posted
    on the wrong one.
    """
    items, payers, policies, told, given = _read(order, track)
    book = Book(items, payers)
    advices = Advices(told, items, book)
    matched: list[Matched] = []
    for batch in track(given.batches, "matching"):
        kept = tuple(each for each in batch if each.id not in given.taken_back)
        matched += decided(kept, book, policies, advices)
        matched += [bounced(each) for each in batch if each.id in given.taken_back]
    matching = Matching(tuple(matched), {item.id: item for item in items}, names_of(payers))
    return MatchDone(matching, given.failures, _written(order, matching), given.set_aside)


def _read(order: MatchOrder, track: Track) -> list[Any]:
    """Open items, customers, policies, advices, and the payments in batches with what could not be read of them."""
    mapping = mapping_in(order.mapping) if order.mapping else None
    steps: tuple[Callable[[], Any], ...] = (
        lambda: items_in(order.open_items, order.items_layout),
        lambda: _payers(order),
        lambda: policies_in(order.policy) if order.policy else Policies(),
        lambda: advices_in(order.advices, order.payments_layout) if order.advices else (),
        lambda: payments_in(order.payments, order.payments_layout, mapping),
    )
    return [step() for step in track(steps, "reading")]


def _payers(order: MatchOrder) -> tuple[Payer, ...]:
    if order.customers:
        return payers_in(order.customers, order.customers_layout)
    return payers_named_in(order.open_items, order.items_layout)


def decided(batch: Batch, book: Book, policies: Policies, advices: Advices) -> list[Matched]:
    """The payments of a batch: first those that an advice explains, then the others, decided as a whole.

    What is posted is closed in the book for those after it.
    """
    found = {payment.id: _matched(payment, advices.posted(payment, policies), book, policies) for payment in batch}
    rest = tuple(payment for payment in batch if found[payment.id] is None)
    for payment, decision in zip(rest, decide_all(rest, book, policies), strict=True):
        told = advices.with_rival(payment, decision, policies)
        found[payment.id] = _matched(payment, told, book, policies)
    return [each for each in found.values() if each]


def bounced(payment: Payment) -> Matched:
    """A payment that the bank took back in the same file: it pays nothing, and its items stay owed."""
    seen = hash_of(payment, POLICY, (), VERSION)
    return Matched(payment, Decision(payment.id, Outcome.UNMATCHED, None, (), ("RETURNED",), "", VERSION, seen))


def _matched(payment: Payment, decision: Decision | None, book: Book, policies: Policies) -> Matched | None:
    if decision is None:
        return None
    learned = ""
    if decision.posted is not None:
        post(decision.posted, book)
        learned = learn(payment, decision.posted.customer, book, policies)
    return Matched(payment, decision, learned)


def post(proposal: Proposal, book: Book) -> None:
    """Close what it pays."""
    for part in proposal.allocations:
        book.close(part.item, part.closes)


def learn(payment: Payment, customer: str, book: Book, policies: Policies) -> str:
    """The account that is known as the customer's from now on, where its policy learns."""
    if not policies.of(customer).learns or not payment.payer_account:
        return ""
    book.learn(payment.payer_account, customer)
    return payment.payer_account


def names_of(payers: Sequence[Payer]) -> dict[str, str]:
    """The name a customer goes by, where there is one."""
    return {payer.customer: payer.names[0] for payer in payers if payer.names}


def _written(order: MatchOrder, matching: Matching) -> dict[str, bool]:
    files = {
        "allocations.jsonl": matched_lines(matching),
        "allocations.csv": allocations_csv(matching),
        "review.csv": review_csv(matching),
        "review.html": review_page(matching, order.language),
    }
    return {name: put(order.out, name, text.encode("utf-8", "replace")) for name, text in files.items()}
