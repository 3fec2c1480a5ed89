"""Taking in bank statements, and trying once more what could not be applied."""

from datetime import date

from otcore.cli.documents import Document
from otcore.cli.host import Host, midnight
from otcore.cli.parties import stored
from otcore.payments.importing import ImportStatement, statement_key
from otcore.payments.receipt import Receipt
from otcore.payments.statement import BankStatement
from otcore.ports.aggregates import RECEIPT, STATEMENT
from otcore.ports.storage import Where
from otcore.reconciliation.command import ApplyReceipt, ApplyStatement
from otcore.workflows.ask import Every


def take_statement(host: Host, document: Document) -> bool:
    """Record what came in, and match it as a whole."""
    content: BankStatement = document.content
    key = statement_key(content)
    new = not stored(host.o2c, STATEMENT, key)
    statement = host.act(document, "statement", ImportStatement(content), key)
    if statement.receipts:
        host.act(document, "application", ApplyStatement(statement.id), statement.id)
    return new


def apply_again(host: Host, day: date) -> None:
    """Try receipts that nothing was applied of once more: a later document may explain them.

    After each success the first is tried again, until nothing more can be applied. So the store alone decides what
    comes next, and a run that was killed goes on to the same end.
    """
    while any(_applies(host, receipt, day) for receipt in _left(host)):
        pass


def _left(host: Host) -> list[Receipt]:
    found = [
        receipt
        for standing in ("on account", "unapplied", "unidentified")
        for receipt in host.o2c.ask(Every(RECEIPT, Where(status=standing)))
        if not receipt.allocations
    ]
    return sorted(found, key=lambda receipt: (receipt.day, receipt.id))


def _applies(host: Host, receipt: Receipt, day: date) -> bool:
    after = host.o2c.handle(ApplyReceipt(receipt.id, day), at=midnight(day))
    return bool(after.allocations)
