"""A batch: the orders of one file for the bank, as they were when it was made; it can be written again from them."""

from datetime import date
from hashlib import sha256

from attrs import evolve as changed
from attrs import frozen

from otcore.payments.bank_reference import passes
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.money import Money, total

GROUPS = "DDB-"
"""How the ids of parts of a file begin."""


@frozen(kw_only=True)
class Debit:
    """One collection as the bank is told of it. `group`: the part of the file that it is in, by sequence and day.

    `moved`: the debtor's account changed since the bank heard of the mandate. `text`: what the debtor reads.
    """

    end_to_end: str
    group: str
    amount: Money
    name: str
    account: str
    bic: str
    mandate: str
    signed: date
    sequence: str
    day: date
    text: str
    moved: bool = False


@frozen(kw_only=True)
class Transfer:
    """One payment to somebody, as the bank is told of it."""

    end_to_end: str
    amount: Money
    name: str
    account: str
    bic: str
    text: str


@frozen
class RefusedOrder:
    """An order that the bank does not carry out; `code`: its reason (ISO 20022)."""

    end_to_end: str
    code: str


@frozen
class BatchAnswered:
    """The bank said what becomes of the orders: by which report, the `status` of all, and which it refuses."""

    report: str
    status: str
    refused: tuple[RefusedOrder, ...]
    day: date


@frozen
class PaymentBatch:
    """Debits (under one `scheme`) or transfers, made on a `day`, which never change; `answers`: what the bank said."""

    id: str
    day: date
    scheme: str = ""
    debits: tuple[Debit, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    answers: tuple[BatchAnswered, ...] = ()

    @property
    def groups(self) -> dict[str, list[str]]:
        """The end-to-end ids of the orders in each part of the file; transfers are one part, named as the batch."""
        found: dict[str, list[str]] = {}
        for debit in self.debits:
            found.setdefault(debit.group, []).append(debit.end_to_end)
        for transfer in self.transfers:
            found.setdefault(self.id, []).append(transfer.end_to_end)
        return found

    @property
    def amount(self) -> Money:
        """What it comes to."""
        amounts = (*(each.amount for each in self.debits), *(each.amount for each in self.transfers))
        return total(amounts, "EUR")


@frozen
class BatchMade:
    """The orders are fixed: they go to the bank as one file."""

    batch: str
    day: date
    scheme: str = ""
    debits: tuple[Debit, ...] = ()
    transfers: tuple[Transfer, ...] = ()


def make(
    batch: PaymentBatch | None,
    id: str,
    day: date,
    scheme: str = "",
    debits: tuple[Debit, ...] = (),
    transfers: tuple[Transfer, ...] = (),
) -> tuple[BatchMade, ...]:
    """The fact of a new batch. Refused: `BATCH_EXISTS`, `BATCH_REFERENCE`, `NOTHING_TO_PRESENT`."""
    if batch is not None:
        raise Rejected("BATCH_EXISTS", batch=id)
    if not passes(id):
        raise Rejected("BATCH_REFERENCE", batch=id)
    if not debits and not transfers:
        raise Rejected("NOTHING_TO_PRESENT", batch=id)
    return (BatchMade(id, day, scheme, debits, transfers),)


def group_of(batch: str, sequence: str, day: date) -> str:
    """The id of a part of a file, which a bank that books it as one sum names: at most 35 signs (SHA-256)."""
    return GROUPS + sha256(f"{batch}\x1f{sequence}\x1f{day.isoformat()}".encode()).hexdigest()[:24]


Event = BatchMade | BatchAnswered

EVENTS: tuple[type, ...] = (BatchMade, BatchAnswered)


def evolve(batch: PaymentBatch | None, event: Event) -> PaymentBatch:
    """The batch after one fact."""
    if isinstance(event, BatchAnswered):
        assert batch is not None, "a batch is made before the bank answers"
        return changed(batch, answers=(*batch.answers, event))
    return PaymentBatch(event.batch, event.day, event.scheme, event.debits, event.transfers)


def facets(batch: PaymentBatch) -> Facets:
    """Found by `debits` or `transfers`, and the day it was made."""
    return Facets(status="debits" if batch.debits else "transfers", day=batch.day)
