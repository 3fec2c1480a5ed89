"""A file of MT940 statements or MT942 reports."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from attrs import frozen

from otcore.adapters.gathering import gathered
from otcore.adapters.statements.decoding import decoded
from otcore.adapters.statements.gathering import check_at
from otcore.adapters.statements.mt940.fields import Field, messages_of
from otcore.adapters.statements.mt940.message import Message, message_of
from otcore.adapters.statements.mt940.statement import check_totals, report_of, statement_of
from otcore.adapters.xml.place import place
from otcore.payments.statement import BankStatement
from otcore.values import Invalid


@frozen
class _Read:
    message: Message
    statement: BankStatement


def read_mt940(data: bytes, source: str = "", *, check: bool = True, encoding: str = "") -> tuple[BankStatement, ...]:
    """The statements of a SWIFT MT940 file, and the reports (`kind` INTRADAY) of an MT942 file.

    A page of a statement (`28C` 7/1, 7/2; balances 60M, 62M) is a statement of its own; the pages that follow each
    other in a file must go on from each other. `source` names the file in faults. With `check` each statement is
    checked too; without, one that does not add up is returned as it is. `encoding`: where it is known to be
    neither UTF-8 nor Windows-1252.

    Raises `Invalid` with the faults of every statement and line, each with file, line and field: FILE_TOO_LARGE,
    FILE_ENCODING, NO_STATEMENT; MT940_FIELD (a field or a line that belongs nowhere), MT940_MISSING, MT940_LINE,
    MT940_BALANCE, MT940_TOTAL; STATEMENT_BALANCE (missing, also without `check`; or not the sum), STATEMENT_SEQUENCE,
    STATEMENT_TOTALS; DATE_FORMAT, NUMBER_FORMAT, CURRENCY_UNKNOWN, MONEY_TOO_PRECISE, TEXT_TOO_LONG, ID_FORMAT.
    """
    messages = tuple(messages_of(decoded(data, source, encoding), source))
    if not messages:
        raise Invalid.one("NO_STATEMENT", "there is no statement in the file (:20:)", place(source, 0))
    reads = gathered(messages, partial(_read, check=check))
    if check:
        _check_pages(reads)
    return tuple(read.statement for read in reads)


def _read(fields: Iterable[Field], check: bool) -> _Read:
    message = message_of(fields)
    read = _Read(message, report_of(message) if message.report else statement_of(message))
    if not check:
        return read
    check_totals(message, read.statement)
    check_at(read.statement, message.start.place)
    return read


def _check_pages(reads: Sequence[_Read]) -> None:
    """The pages of one statement: an intermediate closing balance is the next page's opening balance."""
    for before, after in pairwise(reads):
        if not _same_statement(before.statement, after.statement):
            continue
        goes_on = "62M" in before.message.fields and "60M" in after.message.fields
        if not goes_on or before.statement.closing != after.statement.opening:
            text = f"page {after.statement.sequence} does not go on from page {before.statement.sequence}"
            raise after.message.start.fault("STATEMENT_SEQUENCE", text)


def _same_statement(before: BankStatement, after: BankStatement) -> bool:
    number, other = before.sequence.partition("/"), after.sequence.partition("/")
    return bool(number[1]) and number[0] == other[0] and number[2] != other[2] and before.account == after.account
