"""Return information: that a payment came back, why, and which one it was."""

from otcore.adapters.statements.camt.words import words_in
from otcore.adapters.xml import Cursor
from otcore.payments.statement import Returned

# ISO 20022 bank transaction codes, sub-family: a reversal because of a return, an unpaid or reversed direct debit, or a
# cancellation request.
_SUB_FAMILIES = frozenset({"UPDD", "PRDD", "RRTN", "RPCR", "RCDD"})
_REASONS = ("Rsn/Cd", "Rsn/Prtry", "RtrRsn/Cd", "RtrRsn/Prtry")
_TEXTS = ("AddtlInf", "AddtlRtrRsnInf")


def returned_in(detail: Cursor, end_to_end: str) -> Returned | None:
    """What `RtrInf` says; None where there is none. The end-to-end reference of a return is the original's own."""
    information = detail.child("RtrInf")
    if information is None:
        return None
    reason = next(filter(None, (words_in(information, path) for path in _REASONS)), "")
    lines = [words_in(line, "") for path in _TEXTS for line in information.children(path)]
    return Returned(reason, " ".join(filter(None, lines)), end_to_end, words_in(detail, "Refs/TxId"))


def code_in(cursor: Cursor) -> str:
    """The bank transaction code: domain, family and sub-family ("PMNT/RCDT/ESCT"), else the bank's own; "" for none."""
    code = cursor.child("BkTxCd")
    if code is None:
        return ""
    parts = [words_in(code, f"Domn/{path}") for path in ("Cd", "Fmly/Cd", "Fmly/SubFmlyCd")]
    return "/".join(filter(None, parts)) or words_in(code, "Prtry/Cd")


def returns(code: str) -> bool:
    """Whether a bank transaction code says that money comes back."""
    return code.rpartition("/")[2] in _SUB_FAMILIES
