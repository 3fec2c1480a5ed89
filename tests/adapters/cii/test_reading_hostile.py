"""Whatever is done to a document: it is read or refused, and what is read and may be written stays what it is."""

from random import Random

import pytest
from lxml import etree

from otcore.adapters.cii import as_cii, read_invoice, write_invoice
from otcore.values import Invalid
from tests.adapters.cii.documents import complete
from tests.adapters.cii.test_terms import agreed

TEXTS = ("", "x", "-1", "9" * 24, "1e9", "NaN", "00", "٣", "EUR", "20261301", "102", "VAT", "O", "A" * 600, "1.005")
ROUNDS = 40


def _removed(element, random):
    element.getparent().remove(element)


def _doubled(element, random):
    element.getparent().append(etree.fromstring(etree.tostring(element)))


def _reworded(element, random):
    element.text = random.choice(TEXTS)


def _bare(element, random):
    for name in element.attrib:
        del element.attrib[name]


def _relabelled(element, random):
    for name in element.attrib:
        element.set(name, random.choice(TEXTS))


def mutated(data, random):
    """The document with one to three elements changed."""
    root = etree.fromstring(data)
    for _ in range(random.randrange(1, 4)):
        element = random.choice([each for each in root.iter() if each is not root])
        random.choice((_removed, _doubled, _reworded, _bare, _relabelled))(element, random)
    return etree.tostring(root)


def taken(read, given):
    """What is made of it; None when it is refused."""
    try:
        return read(given)
    except Invalid:
        return None


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("document", [complete(), agreed()], ids=["everything", "terms"])
def test_a_mutated_document_is_read_or_refused(document, seed):
    data, random = write_invoice(document), Random(seed)
    for _ in range(ROUNDS):
        read = taken(read_invoice, mutated(data, random))
        written = None if read is None else taken(write_invoice, read)
        assert written is None or read_invoice(written) == as_cii(read)
