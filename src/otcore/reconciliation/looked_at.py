"""The hash of all that a decision looked at: the payment, the policy of the house, and every item that was compared."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy


def hash_of(payment: Payment, policy: MatchingPolicy, entries: Iterable[Entry], version: str) -> str:
    """SHA-256, in hexadecimal; the order in which the items were looked at does not matter."""
    items = sorted({entry.id: entry for entry in entries}.values(), key=_id)
    looked = ", ".join([f"({entry.told}, {entry.open}, {entry.paid})" for entry in items])
    told = f"({version!r}, {_payment(payment)!r}, {_quoted(policy.told)}, [{looked}])"
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()


@lru_cache(maxsize=64)
def _quoted(told: str) -> str:
    """A policy in quotes: long, and the same for nearly every payment."""
    return repr(told)


def _id(entry: Entry) -> str:
    return entry.id


def _payment(payment: Payment) -> tuple[object, ...]:
    original = payment.original
    return (
        payment.id,
        payment.amount.minor,
        payment.amount.currency,
        payment.day.toordinal(),
        payment.payer_name,
        payment.payer_account,
        payment.reference,
        payment.text,
        payment.end_to_end,
        original and (original.minor, original.currency),
        *((payment.taken_off, payment.on_account) if payment.taken_off or payment.on_account else ()),
    )
