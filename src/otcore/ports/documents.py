"""The document store: papers as bytes, kept under their own content."""

from typing import Protocol

from otcore.values.document import DocumentRef
from otcore.values.scope import Scope


class DocumentStore(Protocol):
    """Keeps documents for ever. A host puts a document here first, and attaches its reference by a command then.

    Promises: what was put is there, byte for byte, when `put` has returned; a `put` that fails leaves nothing that
    `get` would hand out. The same bytes have the same id, whatever they are called, and are kept once a scope. A
    document is handed out only if its bytes still have its id. Nothing of another scope is ever handed out, though its
    id is known. A name is never part of an address. Several threads and processes may put and get at once.
    """

    def put(self, scope: Scope, data: bytes, name: str, media_type: str) -> DocumentRef:
        """Keep a document. `Invalid` for a name or media type that a `DocumentRef` does not take; `GatewayError`."""
        ...

    def get(self, scope: Scope, id: str) -> bytes:
        """The bytes of a document.

        `NotFound` when there is none in this scope, or `id` is no SHA-256 digest at all; `GatewayError` when what is
        there is damaged, or cannot be read.
        """
        ...
