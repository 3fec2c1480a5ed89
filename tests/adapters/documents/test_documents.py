"""Both document stores keep the contract, and the contract finds the mistakes of naive ones."""

import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from otcore.adapters.documents import FolderDocuments, MemoryDocuments
from otcore.ports.documents import DocumentStore
from otcore.ports.errors import GatewayError, NotFound
from otcore.testing import DocumentStoreContract
from otcore.testing.contract.documents import HOME
from otcore.values.document import DocumentRef
from otcore.values.scope import Scope


class TestMemoryDocuments(DocumentStoreContract):
    durable = False

    @pytest.fixture
    def documents(self) -> MemoryDocuments:
        return MemoryDocuments()


class TestFolderDocuments(DocumentStoreContract):
    @pytest.fixture
    def documents(self, tmp_path: Path) -> FolderDocuments:
        return FolderDocuments(tmp_path / "papers")

    @pytest.fixture
    def reopened(self, documents: DocumentStore, tmp_path: Path) -> FolderDocuments:
        return FolderDocuments(str(tmp_path / "papers"))


class ByName:
    """A store with most mistakes that are seen: one place for all, checks that come late or not at all."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, scope: Scope, data: bytes, name: str, media_type: str) -> DocumentRef:
        self.kept[sha256(data).hexdigest()] = data
        return DocumentRef(sha256(data).hexdigest(), name, media_type, len(data))

    def get(self, scope: Scope, id: str) -> bytes:
        return self.kept[id]


class TextOnly(MemoryDocuments):
    """Line ends are what the system says."""

    def get(self, scope: Scope, id: str) -> bytes:
        return super().get(scope, id).replace(b"\r\n", b"\n")


class Salted(MemoryDocuments):
    """The name is part of the id."""

    def put(self, scope: Scope, data: bytes, name: str, media_type: str) -> DocumentRef:
        ref = super().put(scope, data, name, media_type)
        salted = DocumentRef(sha256(name.encode() + data).hexdigest(), name, media_type, len(data))
        self._kept[scope, salted.id] = self._kept[scope, ref.id]
        return salted


BROKEN = {
    ByName: {
        "a_document_that_was_never_put_is_not_found",
        "a_reference_that_cannot_be_is_refused_and_nothing_is_kept",
        "nothing_of_another_scope_is_handed_out",
        "what_is_no_digest_is_not_found",
    },
    TextOnly: {"what_is_put_is_got_byte_for_byte"},
    Salted: {
        "a_document_is_known_by_its_sha_256",
        "the_same_bytes_are_one_document_whatever_they_are_called",
    },
}


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.__name__)
def test_the_contract_finds_the_mistakes_of_a_naive_store(broken: Any):
    found = set()
    for name in {name for name in dir(DocumentStoreContract) if name.startswith("test_")} - {
        "test_another_opening_hands_out_what_was_put"
    }:
        try:
            getattr(DocumentStoreContract(), name)(broken())
        except (Exception, pytest.fail.Exception):
            found.add(name.removeprefix("test_"))
    assert found == BROKEN[broken]


def test_a_hole_that_is_not_filled_says_how():
    contract: Any = DocumentStoreContract()
    with pytest.raises(NotImplementedError, match="fixture `documents`"):
        type(contract).documents.__wrapped__(contract)
    with pytest.raises(NotImplementedError, match="fixture `reopened`"):
        type(contract).reopened.__wrapped__(contract, MemoryDocuments())


@pytest.fixture
def folder(tmp_path: Path) -> FolderDocuments:
    return FolderDocuments(tmp_path / "papers")


def files(tmp_path: Path) -> list[Path]:
    return [each for each in tmp_path.rglob("*") if each.is_file()]


def test_a_document_is_one_file_below_the_folder_named_by_its_digest(folder: FolderDocuments, tmp_path: Path):
    ref = folder.put(HOME, b"paper", "../../name", "text/plain")
    folder.put(HOME, b"paper", "again", "text/plain")
    (kept,) = files(tmp_path)
    assert kept.relative_to(tmp_path / "papers").parts[1:] == (ref.id[:2], ref.id)


@pytest.mark.parametrize(
    "scope", [Scope("../..", "x"), Scope("/", "etc"), Scope("CON", "."), Scope("é" * 100, "x" * 100)]
)
def test_no_scope_leads_out_of_the_folder(folder: FolderDocuments, tmp_path: Path, scope: Scope):
    ref = folder.put(scope, b"paper", "name", "text/plain")
    assert folder.get(scope, ref.id) == b"paper"
    assert [each.is_relative_to(tmp_path / "papers") for each in files(tmp_path)] == [True]


def test_a_damaged_document_is_not_handed_out_and_can_be_put_again(folder: FolderDocuments, tmp_path: Path):
    ref = folder.put(HOME, b"paper", "name", "text/plain")
    files(tmp_path)[0].write_bytes(b"pap")
    with pytest.raises(GatewayError, match="damaged"):
        folder.get(HOME, ref.id)
    folder.put(HOME, b"paper", "name", "text/plain")
    assert folder.get(HOME, ref.id) == b"paper"


def test_a_put_that_fails_before_the_bytes_are_safe_leaves_nothing(
    folder: FolderDocuments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    sync = os.fsync

    def full(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("disk full")
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GatewayError, match="disk full"):
        folder.put(HOME, b"paper", "name", "text/plain")
    monkeypatch.undo()
    assert files(tmp_path) == []
    with pytest.raises(NotFound):
        folder.get(HOME, sha256(b"paper").hexdigest())


def test_what_a_crash_left_behind_is_no_document(folder: FolderDocuments, tmp_path: Path):
    ref = folder.put(HOME, b"paper", "name", "text/plain")
    place = files(tmp_path)[0]
    place.rename(place.with_name("tmp123.part"))
    with pytest.raises(NotFound):
        folder.get(HOME, ref.id)
    folder.put(HOME, b"paper", "name", "text/plain")
    assert folder.get(HOME, ref.id) == b"paper"


def test_a_place_that_cannot_be_read_or_written_is_the_gateways_fault(folder: FolderDocuments, tmp_path: Path):
    ref = folder.put(HOME, b"paper", "name", "text/plain")
    place = files(tmp_path)[0]
    place.unlink()
    place.mkdir()
    with pytest.raises(GatewayError, match="cannot be read"):
        folder.get(HOME, ref.id)
    with pytest.raises(GatewayError, match="cannot be kept"):
        folder.put(HOME, b"paper", "name", "text/plain")


def test_every_write_is_flushed_before_it_has_its_name_and_the_folder_after(
    folder: FolderDocuments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        done.append("sync")
        sync(handle)

    def noted_replace(part: Path, place: Path) -> Path:
        done.append("rename")
        return replace(part, place)

    folder.put(HOME, b"the folders are there", "name", "text/plain")
    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    folder.put(HOME, b"the folders are there", "name", "text/plain")
    assert done == []
    (place,) = files(tmp_path)
    place.unlink()
    folder.put(HOME, b"the folders are there", "name", "text/plain")
    assert done == ["sync", "rename", "sync"]
