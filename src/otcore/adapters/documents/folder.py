"""Documents as files of a folder."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from otcore.adapters.documents.addressing import digest, reference, require_digest
from otcore.ports.errors import GatewayError, NotFound
from otcore.values.document import DocumentRef
from otcore.values.scope import Scope


class FolderDocuments:
    """A `DocumentStore` in a folder: a file a document, at `SCOPE/AB/ABCD...`, all three of them digests.

    Nothing that anybody called something is part of a path. A file is written beside its place, flushed to the disk and
    then renamed, so it is there whole or not at all; what a crash leaves behind is a file that ends in `.part`.
    """

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self._root = Path(root)

    def put(self, scope: Scope, data: bytes, name: str, media_type: str) -> DocumentRef:
        """Keep a document. `GatewayError` when it cannot be written."""
        ref = reference(data, name, media_type)
        place = self._place(scope, ref.id)
        try:
            if not _holds(place, data):
                _write(place, data)
        except OSError as error:
            raise GatewayError(f"document {ref.id} cannot be kept: {error}") from error
        return ref

    def get(self, scope: Scope, id: str) -> bytes:
        """The bytes of a document; `NotFound`, `GatewayError` when it is damaged or cannot be read."""
        require_digest(id)
        try:
            data = self._place(scope, id).read_bytes()
        except FileNotFoundError:
            raise NotFound("document", id) from None
        except OSError as error:
            raise GatewayError(f"document {id} cannot be read: {error}") from error
        if digest(data) != id:
            raise GatewayError(f"document {id} is damaged: its bytes have another digest")
        return data

    def _place(self, scope: Scope, id: str) -> Path:
        # Ids hold no sign that is not seen, so a line end parts the two for certain.
        room = digest(f"{scope.tenant}\n{scope.legal_entity}".encode())
        return self._root / room / id[:2] / id


def _holds(place: Path, data: bytes) -> bool:
    """Whether the document is there already and undamaged; what is damaged is written anew."""
    with suppress(FileNotFoundError):
        return place.read_bytes() == data
    return False


def _write(place: Path, data: bytes) -> None:
    _make(place.parent)
    handle, part = mkstemp(suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(place)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(part).unlink()
        raise
    _sync(place.parent)


def _make(folder: Path) -> None:
    """The folder and those above it, each entered in its parent for certain."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        _sync(each.parent)


def _sync(folder: Path) -> None:
    """Flush a folder's own entries, where the system knows how."""
    if os.name == "nt":  # pragma: no cover  # a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
