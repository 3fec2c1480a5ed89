"""One payment out of an entry or a detail of it."""

from datetime import date

from attrs import frozen

from otcore.adapters.statements.camt.amounts import amount_in
from otcore.adapters.statements.camt.charges import charges_in, foreign_charges_in
from otcore.adapters.statements.camt.returns import code_in, returned_in, returns
from otcore.adapters.statements.camt.status import BOOKED
from otcore.adapters.statements.camt.words import account_in, name_in, remittance_in, words_in
from otcore.adapters.xml import Cursor
from otcore.payments.statement import BankTransaction, NotCash
from otcore.values import Money

_NOT_PROVIDED = "NOTPROVIDED"  # what the SEPA rulebooks write where the payer gave no end-to-end reference
_DEBTORS = ("RltdPties/Dbtr", "RltdPties/UltmtDbtr")
_CREDITORS = ("RltdPties/Cdtr", "RltdPties/UltmtCdtr")
_ORDERED = ("AmtDtls/InstdAmt/Amt", "AmtDtls/TxAmt/Amt")


@frozen
class Shared:
    """What the transactions of an entry have in common."""

    amount: Money
    credit: bool
    reversal: bool
    booked: date
    value_date: date
    reference: str
    additional: str
    code: str
    batch: str = ""
    details: int = 1


def payment_of(detail: Cursor, amount: Money, shared: Shared) -> BankTransaction | NotCash:
    """The payment that a detail describes; `amount` is signed. A `NotCash` for an amount of zero."""
    reference = words_in(detail, "Refs/AcctSvcrRef") or shared.reference
    credit = amount.minor > 0
    if not amount:
        return NotCash(BOOKED, amount, shared.credit, reference)
    said = words_in(detail, "Refs/EndToEndId")
    end_to_end = "" if said == _NOT_PROVIDED else said
    structured, lines = remittance_in(detail)
    code = code_in(detail) or shared.code
    returned = returned_in(detail, end_to_end)
    # A detail with return information is a returned payment, whether or not the bank marks the entry.
    reversal = shared.reversal or returned is not None or returns(code)
    pays = credit == reversal  # the creditor of money in is ourselves
    return BankTransaction(
        amount=abs(amount),
        credit=credit,
        reversal=reversal,
        booked=shared.booked,
        value_date=shared.value_date,
        bank_reference=reference,
        end_to_end=end_to_end,
        payer_name=name_in(detail, _DEBTORS),
        payer_account=account_in(detail, "RltdPties/DbtrAcct"),
        structured_reference=structured,
        text=lines,
        additional=_additional(detail, shared),
        mandate=words_in(detail, "Refs/MndtId"),
        original=_original(detail, abs(amount)),
        charges=charges_in(detail, amount.currency) or None,
        returned=returned,
        payee_name=name_in(detail, _CREDITORS) if pays else "",
        payee_account=account_in(detail, "RltdPties/CdtrAcct") if pays else "",
        batch_reference=shared.batch or words_in(detail, "Refs/PmtInfId"),
        entry_reference=shared.reference if shared.details > 1 else "",
        code=code,
    )


def whole(details: tuple[Cursor, ...], shared: Shared) -> BankTransaction:
    """A batch whose payments state no amount: one transaction, with what all of them say."""
    lines = [line for detail in details for line in _lines(detail)]
    return BankTransaction(
        amount=shared.amount,
        credit=shared.credit,
        reversal=shared.reversal or returns(shared.code),
        booked=shared.booked,
        value_date=shared.value_date,
        bank_reference=shared.reference,
        text=tuple(lines),
        additional="\n".join(filter(None, (shared.additional, f"{len(details)} payments without an amount"))),
        batch_reference=shared.batch,
        code=shared.code,
    )


def kept(charge: Money, shared: Shared) -> BankTransaction:
    """What the bank took from an entry as a whole, as a transaction of its own."""
    return BankTransaction(
        amount=abs(charge),
        credit=charge.minor < 0,
        reversal=False,
        booked=shared.booked,
        value_date=shared.value_date,
        bank_reference=shared.reference,
        additional="\n".join(filter(None, (shared.additional, "charges"))),
        batch_reference=shared.batch,
        entry_reference=shared.reference,
        code="CHRG",
    )


def _lines(detail: Cursor) -> tuple[str, ...]:
    structured, lines = remittance_in(detail)
    end_to_end = words_in(detail, "Refs/EndToEndId")
    return tuple(filter(None, (structured, *lines, "" if end_to_end == _NOT_PROVIDED else end_to_end)))


def _original(detail: Cursor, amount: Money) -> Money | None:
    """The amount as ordered, where it is not the amount itself."""
    for path in _ORDERED:
        stated = detail.child(path)
        if stated is None:
            continue
        ordered = amount_in(stated)
        if ordered and ordered != amount:
            return ordered
    return None


def _additional(detail: Cursor, shared: Shared) -> str:
    words = (shared.additional, words_in(detail, "AddtlTxInf"), foreign_charges_in(detail, shared.amount.currency))
    return "\n".join(filter(None, words))
