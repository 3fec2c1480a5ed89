"""Where content is addressed: the digest of bytes, and what is a digest."""

import re
from hashlib import sha256

from otcore.ports.errors import NotFound
from otcore.values.document import DocumentRef

_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return sha256(data).hexdigest()


def reference(data: bytes, name: str, media_type: str) -> DocumentRef:
    """What a document is known by from now on."""
    return DocumentRef(digest(data), name, media_type, len(data))


def require_digest(id: str) -> None:
    """`NotFound` for what can be no id: it never becomes part of a path."""
    if not _DIGEST.fullmatch(id):
        raise NotFound("document", id)
