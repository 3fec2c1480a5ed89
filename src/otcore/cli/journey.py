"""The journey: every document of an inbox taken in, in order, and what became of each."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial

from attrs import field, frozen

from otcore.cli.attempts import attempt
from otcore.cli.banking import apply_again, take_statement
from otcore.cli.changing import take_change
from otcore.cli.delivering import take_despatch
from otcore.cli.documents import Document, DocumentKind, Failure
from otcore.cli.host import Host, Step, midnight
from otcore.cli.master_data import take_customer, take_product
from otcore.cli.ordering import take_cancellation, take_order
from otcore.cli.progress import Track
from otcore.cli.reading import Inbox
from otcore.cli.sellers import take_seller

STEPS: Mapping[DocumentKind, Step] = {
    DocumentKind.SELLER: take_seller,
    DocumentKind.CUSTOMER: take_customer,
    DocumentKind.PRODUCT: take_product,
    DocumentKind.ORDER: take_order,
    DocumentKind.CHANGE: take_change,
    DocumentKind.CANCELLATION: take_cancellation,
    DocumentKind.DESPATCH: take_despatch,
    DocumentKind.STATEMENT: take_statement,
}
"""How each kind is taken in."""


@frozen
class Taken:
    """What became of the documents: by kind how many were new, recognised and failed; the failures, and the last day
    of those that did not fail.
    """

    new: Counter[DocumentKind] = field(factory=Counter)
    recognised: Counter[DocumentKind] = field(factory=Counter)
    failed: Counter[DocumentKind] = field(factory=Counter)
    failures: list[Failure] = field(factory=list)
    days: set[date] = field(factory=set)

    def note(self, document: Document, outcome: "bool | Failure") -> None:
        """Remember what became of a document: whether it was new, or why it failed."""
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
            self.failed[document.kind] += 1
            return
        (self.new if outcome else self.recognised)[document.kind] += 1
        if document.day:
            self.days.add(document.day)


def take_in(host: Host, inbox: Inbox, track: Track) -> Taken:
    """Every document, by kind, then date, then id; one that fails does not stop the others."""
    taken = Taken(failures=list(inbox.failures))
    for document in track(inbox.documents, "taking in"):
        step = partial(STEPS[document.kind], host, document)
        outcome = attempt(step, document.file, str(document), document.place)
        taken.note(document, outcome)
    return taken


def close_day(host: Host, day: date) -> None:
    """What the day brings about once all is in: cash that can be applied by now, and items that fell overdue."""
    apply_again(host, day)
    host.o2c.tick(midnight(day))
