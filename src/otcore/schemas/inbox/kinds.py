"""What a file of an inbox is, told by its beginning; whether it is right is the reader's to say."""

import re

from otcore.schemas.decoding import decoded
from otcore.schemas.inbox.csv_file import DELIMITERS, columns
from otcore.schemas.inbox.party_record import CustomerRecord
from otcore.schemas.inbox.product_record import ProductRecord
from otcore.schemas.inbox.reading import in_file
from otcore.schemas.json_text import json_text
from otcore.values.faults import Fault, Invalid

KINDS = ("seller", "customers", "products", "order", "cancellation")
"""The kinds, in the order that they are taken in."""

_HEAD = 4096
_FIRST_MEMBER = re.compile(r'\s*\{\s*"([a-z]{1,40})"\s*:')
_CELLS = re.compile("[" + "".join(DELIMITERS) + "]")
_COLUMNS = {"customers": frozenset(columns(CustomerRecord)), "products": frozenset(columns(ProductRecord))}


def is_json(data: bytes) -> bool:
    """Whether it can only be meant as JSON."""
    return _beginning(data).lstrip().startswith(("{", "["))


def json_kind(data: bytes) -> str:
    """One of `KINDS` by the first member's name; "" for anything else."""
    found = _FIRST_MEMBER.match(_beginning(data))
    return found[1] if found and found[1] in KINDS else ""


def csv_kind(data: bytes) -> str:
    """`customers` or `products`, whose columns the header has more of; "" when neither or both."""
    header = _beginning(data).splitlines()[:1]
    names = {name.strip('"') for name in _CELLS.split("".join(header))}
    counts = {kind: len(known & names) for kind, known in _COLUMNS.items()}
    if len(set(counts.values())) == 1:
        return ""
    return max(counts, key=lambda kind: counts[kind])


def unknown_kind(data: bytes, source: str) -> tuple[Fault, ...]:
    """Why a file is of no kind: it cannot be read (truncated, another encoding), or KIND_UNKNOWN."""
    try:
        if is_json(data):
            json_text(data)
        else:
            decoded(data)
    except Invalid as error:
        return in_file(error, source)
    message = f"none of {', '.join(KINDS)}"
    return in_file(Invalid.one("KIND_UNKNOWN", message), source)


def _beginning(data: bytes) -> str:
    return data[:_HEAD].decode("utf-8-sig", errors="replace")
