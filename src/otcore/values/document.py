"""A document by its content: what a document store gives back for the bytes it keeps."""

import re
from typing import final

from attrs import field, frozen

from otcore.values.faults import Invalid
from otcore.values.ids import text

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}")


def _digest(value: str) -> str:
    if not _DIGEST.fullmatch(value):
        raise Invalid.one("DOCUMENT_ID", f"{value[:80]!a} is not a SHA-256 digest of 64 lower-case hex digits")
    return value


def _name(value: str) -> str:
    return text(value, "document name", 255)


def _media_type(value: str) -> str:
    if not _MEDIA_TYPE.fullmatch(value):
        raise Invalid.one("MEDIA_TYPE", f"{value[:80]!a} is not a media type like application/pdf (RFC 6838)")
    return value


def _size(value: int) -> int:
    if value < 0:
        raise Invalid.one("DOCUMENT_SIZE", f"a document cannot have {value} bytes")
    return value


@final
@frozen
class DocumentRef:
    """A kept document: `id` is the SHA-256 of its bytes in hex, `name` as people call it, `size` in bytes.

    The name is for reading and never part of a path. Raises `Invalid`: DOCUMENT_ID, MEDIA_TYPE, DOCUMENT_SIZE and the
    codes of `text`.
    """

    id: str = field(converter=_digest)
    name: str = field(converter=_name)
    media_type: str = field(converter=_media_type)
    size: int = field(converter=_size)
