"""What an invoice document holds, whatever class it is in: so that nothing of it is left out of a form unnoticed."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

import attrs

from otcore.formats.numbers import amount, money
from otcore.invoicing.document import InvoiceDocument
from otcore.values import Money
from tests.formats.reading import Page

# Codes and technical data that a form says in other words, or that are for programs alone.
UNSAID = {
    "country", "currency", "unit", "scheme", "code", "type_code", "means", "endpoint", "unread", "customization",
    "process", "profile", "content", "media_type", "tax_point_code", "tax_currency", "subject", "exemption_code",
    "origin", "on",
}  # fmt: skip


def values_of(held: Any, wanted: type, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a type in a document, with the place where it stands."""
    if isinstance(held, Enum):
        return
    if isinstance(held, wanted):
        yield path, held
    elif isinstance(held, tuple):
        for index, each in enumerate(held):
            yield from values_of(each, wanted, f"{path}/{index}")
    elif attrs.has(type(held)):
        for field in attrs.fields(type(held)):
            if field.name not in UNSAID:
                yield from values_of(getattr(held, field.name), wanted, f"{path}/{field.name}")


def amounts_of(document: InvoiceDocument) -> list[tuple[str, Money]]:
    """Every amount of a document."""
    return list(values_of(document, Money))


def texts_of(document: InvoiceDocument) -> list[tuple[str, str]]:
    """Every text of a document that says something."""
    return [(path, text) for path, text in values_of(document, str) if text.strip()]


def days_of(document: InvoiceDocument) -> list[tuple[str, date]]:
    """Every day of a document."""
    return list(values_of(document, date))


def amounts_unsaid(document: InvoiceDocument, said: str, locale: str) -> list[str]:
    """Where the amounts stand that a text lacks, of any sign; zero need not be said."""
    known = compact(said)
    shown = ((path, abs(value)) for path, value in amounts_of(document) if value)
    return [
        path
        for path, size in shown
        if compact(amount(size, locale)) not in known and compact(money(size, locale)) not in known
    ]


def seen(html: str) -> str:
    """What a reader sees of a page, blanks made alike."""
    texts = (text for name, text in Page(html).texts if name not in {"style", "title"})
    return " ".join(" ".join(texts).split())


def compact(text: str) -> str:
    """Without blanks, which a reader puts in where letters stand apart."""
    return "".join(text.split())


def told(held: Any, text: str) -> Any:
    """The document with every text of it replaced, but for what has a form of its own."""
    if isinstance(held, str) and not isinstance(held, Enum):
        return text
    if isinstance(held, tuple):
        return tuple(told(each, text) for each in held)
    if not attrs.has(type(held)) or isinstance(held, Money):
        return held
    free = {field.name for field in attrs.fields(type(held))} - UNSAID
    changes = {name: told(getattr(held, name), text) for name in free}
    return attrs.evolve(held, **{name: value for name, value in changes.items() if value != getattr(held, name)})
