"""What a host asks of collections."""

from datetime import date

from attrs import frozen

from otcore.payments.direct_debit.collection import Collection
from otcore.payments.direct_debit.scheme import Scheme
from otcore.payments.payment_batch import PaymentBatch
from otcore.values.command import Command


@frozen(kw_only=True)
class PlanCollection(Command[Collection]):
    """Collect what is due of an invoice: the debtor is told now, and debited when it is due, after the notice.

    `due`: which instalment, by its day; None: the next that is open. `mandate`: empty, the customer's only active one.
    `final`: nothing more is collected under the mandate afterwards.
    Refused: `NO_DIRECT_DEBIT` for a house without, `NOTHING_OPEN`, `COLLECTION_OPEN`, `PAYMENT_PENDING`,
    `ITEM_DISPUTED`, `NOT_IN_EURO`, `MANDATE_UNKNOWN`, `MANDATE_UNCLEAR`, `MANDATE_STATUS`, `CUSTOMER_DIFFERS`.
    """

    invoice: str
    day: date
    due: date | None = None
    mandate: str = ""
    final: bool = False


@frozen(kw_only=True)
class CancelCollection(Command[Collection]):
    """Give a collection up that the bank does not have yet. Refused: `COLLECTION_STATUS`. `Invalid` REASON_MISSING."""

    collection: str
    day: date
    reason: str


@frozen(kw_only=True)
class RejectCollection(Command[Collection]):
    """Say that a bank did not take it (pain.002, before any money moved); `code`: its reason (ISO 20022).

    A return, after the money moved, comes with the bank's statement. Refused: `COLLECTION_STATUS`.
    """

    collection: str
    day: date
    code: str


@frozen(kw_only=True)
class PresentCollections(Command[PaymentBatch]):
    """Put the collections of a scheme in a batch that have to be at the bank now (`otcore.adapters.sepa` writes it).

    `until`: those to be debited by this day; None: as the house's policy says. A collection whose debt was paid or
    disputed meanwhile is given up, and one whose mandate is not active waits.
    Refused: `NO_DIRECT_DEBIT`, `BATCH_EXISTS`, `BATCH_REFERENCE`, `NOTHING_TO_PRESENT`.
    """

    batch: str
    day: date
    scheme: Scheme = Scheme.CORE
    until: date | None = None
