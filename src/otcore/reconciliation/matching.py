"""Matching one receipt: a structured reference first, then numbers in the text with an exact sum, else nothing.

Same receipt and same items, same answer. A later rung is tried only when the earlier one found no item at all.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from attrs import frozen

from otcore.payments.allocation import Allocation
from otcore.payments.receipt import Receipt
from otcore.receivables.item import Receivable
from otcore.receivables.set_off import Use, netting
from otcore.reconciliation.evidence import cited
from otcore.reconciliation.references import structured_references
from otcore.values.money import Money, total
from otcore.values.references import normal_reference, reference_key


@frozen
class Match:
    """What to do with a receipt: allocations by a rule, or none and the reason; `rivals` are items it considered.

    `uses`: what of the credit notes that it names is used for the items first.
    """

    customer: str
    allocations: tuple[Allocation, ...] = ()
    rule: str = ""
    reason: str = ""
    rivals: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()


def reference_of(structured: str) -> str:
    """The invoice's reference inside an ISO 11649 creditor reference; any other reference as it is."""
    return normal_reference(structured)


def evidence(receipt: Receipt) -> tuple[str, ...]:
    """Every reference the receipt may name; a store finds the items under them."""
    structured = receipt.transaction.structured_reference
    stated = reference_of(structured), reference_key(structured)
    return tuple(dict.fromkeys(each for each in (*stated, *_numbers(receipt)) if each))


def match(receipt: Receipt, found: Sequence[Receivable], payer: str) -> Match:
    """The best explanation of a receipt; `found`: items under its evidence, `payer`: the customer its account belongs
    to.
    """
    items = sorted(found, key=attrgetter("id"))
    for rung in LADDER:
        answer = rung(receipt, items, payer)
        if answer is not None:
            return answer
    said = bool(receipt.transaction.structured_reference)
    return Match(payer, reason="UNKNOWN_REFERENCE" if said else "NO_REFERENCE")


def by_structured_reference(receipt: Receipt, found: Sequence[Receivable], payer: str) -> Match | None:
    """STRUCTURED_REFERENCE: the item of that reference takes what it can; the rest stays on account."""
    stated = reference_key(receipt.transaction.structured_reference)
    named = [item for item in found if stated and reference_key(item.reference) == stated]
    if not named:
        return None
    item, amount = named[0], receipt.unapplied
    if len(named) > 1:
        return _left(payer, "AMBIGUOUS", named)
    if item.open.currency != amount.currency:
        return _left(payer or item.customer, "CURRENCY_DIFFERS", named)
    if item.is_credit:
        return _left(payer or item.customer, "CREDIT_NOTE", named)
    if not item.open:
        return _paid_already(receipt, item, payer or item.customer)
    part = min(amount, item.open)
    customer = payer or item.customer
    return Match(customer, (Allocation(item.id, part),), "STRUCTURED_REFERENCE", _difference(amount, item.open))


def by_numbers(receipt: Receipt, found: Sequence[Receivable], payer: str) -> Match | None:
    """NUMBERS_EXACT_SUM: the items named in the text take the receipt when their open amounts add up to it exactly.

    Credit notes that are named are taken off, where that is what fits.
    """
    numbers = set(_numbers(receipt))
    named = [item for item in found if item.reference in numbers]
    items = [item for item in named if item.open]
    if not named:
        return None
    owners = {item.customer for item in named}
    customer = payer or (owners.pop() if len(owners) == 1 else "")
    if not items:
        return _left(customer, "ALREADY_PAID", named)
    if any(item.customer != customer for item in items):
        return _left(customer, "PAYER_MISMATCH", items)
    return _exactly(receipt, items, customer)


Rung = Callable[[Receipt, Sequence[Receivable], str], Match | None]
LADDER: tuple[Rung, ...] = (by_structured_reference, by_numbers)
"""The rungs, the strongest evidence first."""


def _exactly(receipt: Receipt, items: list[Receivable], customer: str) -> Match:
    amount = receipt.unapplied
    if any(item.open.currency != amount.currency for item in items):
        return _left(customer, "CURRENCY_DIFFERS", items)
    debts, credits = ([item for item in items if item.is_credit is credit] for credit in (False, True))
    owed = sum(item.open.minor for item in debts)
    if owed == amount.minor:
        return Match(customer, tuple(Allocation(item.id, item.open) for item in debts), "NUMBERS_EXACT_SUM")
    if sum((item.open.minor for item in credits), owed) != amount.minor:
        return _left(customer, "SUM_DIFFERS", items)
    uses = netting(credits, debts)
    return Match(customer, tuple(_what_is_left(debts, uses)), "NUMBERS_EXACT_SUM", uses=uses)


def _what_is_left(debts: Sequence[Receivable], uses: tuple[Use, ...]) -> Iterator[Allocation]:
    """What of each item no credit closes."""
    for item in debts:
        part = item.open - total((use.amount for use in uses if use.item == item.id), item.open.currency)
        if part:
            yield Allocation(item.id, part)


def _paid_already(receipt: Receipt, item: Receivable, customer: str) -> Match:
    """By this receipt: what is left of it stays left for the reason it was; by another one: that is the reason."""
    if any(given.item == item.id for given in receipt.allocations):
        return Match(customer, reason=receipt.reason)
    return _left(customer, "ALREADY_PAID", [item])


def _left(customer: str, reason: str, rivals: Sequence[Receivable]) -> Match:
    return Match(customer, reason=reason, rivals=tuple(item.id for item in rivals))


def _difference(paid: Money, open_: Money) -> str:
    if paid == open_:
        return ""
    return "SHORT_PAYMENT" if paid < open_ else "OVERPAYMENT"


def _numbers(receipt: Receipt) -> Iterator[str]:
    """Every number that the text may name, and the structured references that stand in it."""
    text = _text(receipt)
    yield from cited(text)
    for found in structured_references(text):
        yield found.normal
        yield found.key


def _text(receipt: Receipt) -> tuple[str, ...]:
    row = receipt.transaction
    return (*row.text, row.end_to_end)
