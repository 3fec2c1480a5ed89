"""Numbers of something else than a document: the customer's, a telephone's, a contract's, a payment run's."""

import re
from collections.abc import Sequence

from otcore.reconciliation.evidence.pieces import Piece

_BEFORE = re.compile(
    r"(?<!\w)(?:KD|KDN|KUNDE\w*|KUNDN\w*|CUST\w*|CLIENT\w*|KLANT\w*|KLIENT\w*|KL|DEBITOR\w*|MANDANT\w*|TEL|TELEFON|PHONE"
    r"|FAX|MOB|MOBIL\w*|RUN|ZAHLLAUF|LAUF|BATCH|VERTRAG\w*|CONTRACT|CONTRAT\w*|VAT|UST|TVA|IVA|NIP|IBAN|KONTO|KTO|BLZ)"
    r"[\s.:#-]*(?:ID|NR|NO|N|NUMMER|NUMBER)?[\s.:#-]*[A-Z]{0,2}-?"
    r"(?:[0-9]+[/-])?$"
)
_ROOM = 24
_SIGNS, _PARTED = " \t\n.:#-", ("/", "-")


def is_aside(text: str, start: int) -> bool:
    """Whether the word before this place of a canonical text says that a number of something else follows."""
    first = max(0, start - _ROOM)
    before = text[first:start].rstrip(_SIGNS)
    may_be = before[-1:].isalpha() or text[start - 1 : start] in _PARTED
    return may_be and _BEFORE.search(text, first, start) is not None


def without_aside(text: str, found: Sequence[Piece]) -> list[Piece]:
    """The runs of digits of a canonical text before which no word says that they are the number of something else."""
    return [piece for piece in found if not is_aside(text, piece.start)]
