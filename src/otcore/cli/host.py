"""The host that `otcore run` is: who acts, on which day, and under which key each document's commands are done once."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import TypeVar

from attrs import frozen

from otcore.app.sync import OrderToCash
from otcore.cli.documents import Document
from otcore.invoicing.requirements import requirement_faults
from otcore.invoicing.seller import Seller
from otcore.ports.storage import Store
from otcore.values.command import Command
from otcore.values.faults import Invalid, Rejected
from otcore.values.scope import Scope
from otcore.workflows.house import House

R = TypeVar("R")

ACTOR = "otcore run"
_LONGEST_KEY = 100


@frozen
class Host:
    """Order to cash for one seller. `since` dates what has no date of its own: master data."""

    o2c: OrderToCash
    seller: Seller
    since: date

    @staticmethod
    def over(store: Store, seller: Seller, since: date, scope: Scope) -> "Host":
        """The host over a store."""
        return Host(
            OrderToCash(store, House(seller=seller, invoice=requirement_faults), scope=scope, actor=ACTOR),
            seller,
            since,
        )

    def act(self, document: Document, step: str, command: Command[R], *names: str) -> R:
        """Do one step of a document once: the same step of the same document, whenever it comes again, does nothing.

        `names` tell the document from all others of its kind. Raises what `OrderToCash.handle` raises, and `Invalid`
        DUPLICATE_ID when the document came before with other contents.
        """
        at = midnight(document.day or self.since)
        try:
            return self.o2c.handle(command, key=key(step, *(names or (document.id,))), at=at)
        except Rejected as refused:
            if refused.code != "KEY_REUSED":
                raise
            raise Invalid.one("DUPLICATE_ID", f"{document} came before with other contents") from None


Step = Callable[[Host, Document], bool]
"""Takes a document in; whether it was new. Raises `OtcoreError` for one that is refused."""


def midnight(day: date) -> datetime:
    """The moment that stands for a document's day: 00:00 UTC, so that no clock is in the books."""
    return datetime.combine(day, time(), UTC)


def key(step: str, *names: str) -> str:
    """An idempotency key; different names give different keys, however long they are."""
    plain = "/".join([step, *(name.replace("%", "%25").replace("/", "%2F") for name in names)])
    if len(plain) <= _LONGEST_KEY:
        return plain
    return f"{step}/sha256:{sha256(plain.encode()).hexdigest()}"
