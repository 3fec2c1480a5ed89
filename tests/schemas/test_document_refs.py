"""A digest is no card number, however many digits stand in a row."""

from otcore.customers.commands import AttachDocument
from otcore.schemas import command_of

VISA = "4111111111111111"


def test_a_digest_that_holds_what_looks_like_a_card_number_is_taken():
    digest = "ab" + VISA + "c" * 46
    document = {"id": digest, "name": "paper", "media_type": "text/plain", "size": 1}
    read = command_of({"customer": "C1", "document": document, "kind": "register"}, AttachDocument)
    assert read.document.id == digest
