"""Who paid and what they wrote: names, accounts, references, remittance."""

from itertools import chain

from otcore.adapters.statements.words import plain
from otcore.adapters.xml import Cursor
from otcore.values import identifier

_NAMES = ("Pty/Nm", "Nm", "Agt/FinInstnId/Nm")
_ACCOUNT_IDS = ("Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id")
_REFERENCES = ("Strd/CdtrRefInf/Ref", "Strd/CdtrRefInf/CdtrRef")
_UNSTRUCTURED = ("Ustrd",)
_OTHERS = ("Strd/RfrdDocInf/Nb", "Strd/RfrdDocInf/RfrdDocNb", "Strd/AddtlRmtInf")


def words_in(cursor: Cursor, path: str) -> str:
    """A text on one line, blanks folded, signs that change how it reads replaced by U+FFFD; "" when there is none.

    Raises `Invalid` TEXT_TOO_LONG above 1,000 characters (ISO 20022 allows 500 at most).
    """
    return cursor.value(path, plain) or ""


def account_in(cursor: Cursor, path: str) -> str:
    """An IBAN, or the number that the bank uses instead; "" when there is none."""
    account = cursor.child(path)
    if account is None:
        return ""
    return next(filter(None, (account.value(name, identifier) for name in _ACCOUNT_IDS)), "")


def name_in(detail: Cursor, paths: tuple[str, ...]) -> str:
    """The name of the first party that has one: who pays or is paid, else the one on whose behalf."""
    parties = filter(None, map(detail.child, paths))
    return next(filter(None, (words_in(party, name) for party in parties for name in _NAMES)), "")


def remittance_in(detail: Cursor) -> tuple[str, tuple[str, ...]]:
    """The creditor reference and the lines of text.

    A payment may carry several structured parts (`Strd`). The first creditor reference is the structured reference; the
    others, the numbers of referred documents and additional words follow the unstructured lines.
    """
    remittance = detail.child("RmtInf")
    if remittance is None:
        return "", ()
    references = list(dict.fromkeys(_all(remittance, _REFERENCES)))
    lines = [*_all(remittance, _UNSTRUCTURED), *references[1:], *_all(remittance, _OTHERS)]
    return (references[0] if references else ""), tuple(lines)


def _all(remittance: Cursor, paths: tuple[str, ...]) -> list[str]:
    found = chain.from_iterable(remittance.children(path) for path in paths)
    return [words for words in (words_in(cursor, "") for cursor in found) if words]
