"""Who paid and what they wrote: names, accounts, references, remittance."""

import re
from itertools import chain

from otcore.adapters.xml import Cursor
from otcore.values import identifier, text

# What `values.text` refuses and XML lets through. Anybody who can pay can write it into a remittance line; it must not
# keep a whole statement out.
_HOSTILE = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT = "\ufffd"
_LIMIT = 1_000

_NAMES = (
    "RltdPties/Dbtr/Pty/Nm",
    "RltdPties/Dbtr/Nm",
    "RltdPties/Dbtr/Agt/FinInstnId/Nm",
    "RltdPties/UltmtDbtr/Pty/Nm",
    "RltdPties/UltmtDbtr/Nm",
)
_ACCOUNT_IDS = ("Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id")
_REFERENCES = ("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef")
_LINES = ("RmtInf/Ustrd", "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Strd/RfrdDocInf/RfrdDocNb", "RmtInf/Strd/AddtlRmtInf")


def words_in(cursor: Cursor, path: str) -> str:
    """A text on one line, blanks folded, signs that change how it reads replaced by U+FFFD; "" when there is none.

    Raises `Invalid` TEXT_TOO_LONG above 1,000 characters (ISO 20022 allows 500 at most).
    """
    return cursor.value(path, _plain) or ""


def account_in(cursor: Cursor, path: str) -> str:
    """An IBAN, or the number that the bank uses instead; "" when there is none."""
    numbers = (cursor.value(f"{path}/{name}", identifier) for name in _ACCOUNT_IDS)
    return next(filter(None, numbers), "")


def payer_in(detail: Cursor) -> str:
    """The debtor's name, else that of the one on whose behalf he paid."""
    return next(filter(None, (words_in(detail, path) for path in _NAMES)), "")


def remittance_in(detail: Cursor) -> tuple[str, tuple[str, ...]]:
    """The creditor reference and the lines of text.

    A payment may carry several structured parts (`Strd`). The first creditor reference is the structured reference; the
    others, the numbers of referred documents and additional words follow the unstructured lines.
    """
    references = list(dict.fromkeys(_all(detail, _REFERENCES)))
    lines = [*_all(detail, _LINES[:1]), *references[1:], *_all(detail, _LINES[1:])]
    return (references[0] if references else ""), tuple(lines)


def _all(detail: Cursor, paths: tuple[str, ...]) -> list[str]:
    found = chain.from_iterable(detail.children(path) for path in paths)
    return [words for words in (words_in(cursor, "") for cursor in found) if words]


def _plain(raw: str) -> str:
    return text(_HOSTILE.sub(_REPLACEMENT, " ".join(raw.split())), "text", _LIMIT)
