"""Documents in memory: for tests, notebooks and what-if runs. They are gone with the process."""

from otcore.adapters.documents.addressing import reference
from otcore.ports.errors import NotFound
from otcore.values.document import DocumentRef
from otcore.values.scope import Scope


class MemoryDocuments:
    """A `DocumentStore` that keeps every promise but durability."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Scope, str], bytes] = {}

    def put(self, scope: Scope, data: bytes, name: str, media_type: str) -> DocumentRef:
        """Keep a document."""
        ref = reference(data, name, media_type)
        self._kept[scope, ref.id] = data
        return ref

    def get(self, scope: Scope, id: str) -> bytes:
        """The bytes of a document; `NotFound` when there is none in this scope."""
        data = self._kept.get((scope, id))
        if data is None:
            raise NotFound("document", id)
        return data
