"""What every document store promises, as tests. Subclass `DocumentStoreContract`, fill its hole, run pytest."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest

from otcore.ports.documents import DocumentStore
from otcore.ports.errors import NotFound
from otcore.values.faults import Invalid
from otcore.values.scope import Scope

HOME = Scope("tenant", "entity")
OTHERS = (
    Scope("tenant", "other"),
    Scope("other", "entity"),
    Scope("entity", "tenant"),
    Scope("TENANT", "ENTITY"),
    Scope("tenant/entity", "x"),
    Scope("..", "tenant"),
)
PAPERS = (b"", b"\0", b"%PDF-1.7\r\n", b"a\nb\r\nc", bytes(range(256)) * 1024, "Müller 漢".encode())
TRICKS = ("../../passwd", "/etc/passwd", "C:\\x", "..", ".", "a\nb", "CON", "x" * 255, "Rechnung Müller.pdf", "a/../b")
NO_IDS = ("", ".", "..", "../x", "/etc/passwd", "0" * 63, "0" * 65, "F" * 64, "0" * 64 + "\n", "g" * 64, "\0" * 64)


class DocumentStoreContract:
    """The promises of `otcore.ports.documents`, one test each.

        class TestMyDocuments(DocumentStoreContract):
            durable = False                     # or override `reopened`

            @pytest.fixture
            def documents(self, tmp_path):
                return MyDocuments(tmp_path)

    `documents` gives a new, empty store to each test.
    """

    durable = True

    @pytest.fixture
    def documents(self) -> DocumentStore:
        """The hole to fill."""
        raise NotImplementedError("override the fixture `documents`")

    @pytest.fixture
    def reopened(self, documents: DocumentStore) -> DocumentStore:
        """The same store, opened once more as another process would: the second hole."""
        if not self.durable:
            pytest.skip("this store says that it is not durable")
        raise NotImplementedError("override the fixture `reopened`, or say `durable = False`")

    def test_what_is_put_is_got_byte_for_byte(self, documents: DocumentStore) -> None:
        for data in PAPERS:
            ref = documents.put(HOME, data, "paper", "application/octet-stream")
            assert documents.get(HOME, ref.id) == data, "other bytes came back"

    def test_a_document_is_known_by_its_sha_256(self, documents: DocumentStore) -> None:
        for data in PAPERS:
            ref = documents.put(HOME, data, "paper.pdf", "application/pdf")
            assert ref.id == sha256(data).hexdigest(), "the id is not the digest of the bytes"
            assert (ref.name, ref.media_type, ref.size) == ("paper.pdf", "application/pdf", len(data))

    def test_the_same_bytes_are_one_document_whatever_they_are_called(self, documents: DocumentStore) -> None:
        first = documents.put(HOME, b"paper", "a.pdf", "application/pdf")
        second = documents.put(HOME, b"paper", "b.txt", "text/plain")
        assert first.id == second.id, "the name or the media type is part of the id"
        assert documents.get(HOME, first.id) == b"paper"

    def test_a_document_that_was_never_put_is_not_found(self, documents: DocumentStore) -> None:
        documents.put(HOME, b"paper", "paper", "text/plain")
        with pytest.raises(NotFound):
            documents.get(HOME, sha256(b"another").hexdigest())

    def test_what_is_no_digest_is_not_found(self, documents: DocumentStore) -> None:
        documents.put(HOME, b"paper", "paper", "text/plain")
        for id in NO_IDS:
            with pytest.raises(NotFound):
                documents.get(HOME, id)

    def test_a_name_is_no_address(self, documents: DocumentStore) -> None:
        for name in TRICKS:
            data = name.encode()
            ref = documents.put(HOME, data, name, "text/plain")
            assert documents.get(HOME, ref.id) == data, f"a document named {name!r} is lost"

    def test_a_reference_that_cannot_be_is_refused_and_nothing_is_kept(self, documents: DocumentStore) -> None:
        for name, media_type in (("paper", "pdf"), ("paper", ""), ("\x1b[2J", "text/plain"), ("x" * 256, "text/plain")):
            with pytest.raises(Invalid):
                documents.put(HOME, b"refused", name, media_type)
        with pytest.raises(NotFound):
            documents.get(HOME, sha256(b"refused").hexdigest())

    def test_nothing_of_another_scope_is_handed_out(self, documents: DocumentStore) -> None:
        ref = documents.put(HOME, b"secret", "paper", "text/plain")
        for scope in OTHERS:
            with pytest.raises(NotFound):
                documents.get(scope, ref.id)
        for scope in OTHERS:
            documents.put(scope, b"secret", "paper", "text/plain")
            assert documents.get(scope, ref.id) == b"secret"

    def test_many_may_put_the_same_at_once(self, documents: DocumentStore) -> None:
        def put(turn: int) -> bytes:
            data = bytes([turn % 3]) * 100_000
            return documents.get(HOME, documents.put(HOME, data, f"paper {turn}", "text/plain").id)

        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(put, range(24)))
        assert found == [bytes([turn % 3]) * 100_000 for turn in range(24)]

    def test_another_opening_hands_out_what_was_put(self, documents: DocumentStore, reopened: DocumentStore) -> None:
        ref = documents.put(HOME, b"paper", "paper", "text/plain")
        assert reopened.get(HOME, ref.id) == b"paper"
