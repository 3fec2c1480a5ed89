"""A document reference says what a document is, and can say nothing else."""

import pytest

from otcore.values.document import DocumentRef
from otcore.values.faults import Invalid

DIGEST = "0123456789abcdef" * 4


def test_a_reference_keeps_what_it_is_given():
    ref = DocumentRef(DIGEST, "Auszug.pdf", "application/pdf", 0)
    assert (ref.id, ref.name, ref.media_type, ref.size) == (DIGEST, "Auszug.pdf", "application/pdf", 0)


@pytest.mark.parametrize("id", ["", "../x", DIGEST[1:], DIGEST + "0", DIGEST.upper(), DIGEST + "\n", "g" * 64])
def test_an_id_is_a_sha_256_digest(id: str):
    with pytest.raises(Invalid, match="DOCUMENT_ID"):
        DocumentRef(id, "name", "text/plain", 1)


@pytest.mark.parametrize("media_type", ["", "pdf", "text/", "/plain", "Text/Plain", "text/plain; charset=x", "a/b\n"])
def test_a_media_type_is_two_names(media_type: str):
    with pytest.raises(Invalid, match="MEDIA_TYPE"):
        DocumentRef(DIGEST, "name", media_type, 1)


def test_a_size_is_not_negative():
    with pytest.raises(Invalid, match="DOCUMENT_SIZE"):
        DocumentRef(DIGEST, "name", "text/plain", -1)


def test_a_name_is_text_of_a_bounded_length():
    with pytest.raises(Invalid, match="TEXT_TOO_LONG"):
        DocumentRef(DIGEST, "x" * 256, "text/plain", 1)
    with pytest.raises(Invalid, match="TEXT_FORMAT"):
        DocumentRef(DIGEST, "a\x00b", "text/plain", 1)
