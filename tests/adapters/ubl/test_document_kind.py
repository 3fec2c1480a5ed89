"""A file is what its root element says, whatever it is called."""

import pytest

from otcore.adapters.ubl.kinds import DocumentKind, document_kind
from otcore.values import Invalid
from tests.adapters.ubl.documents import CANCELLATION, DESPATCH, ORDER, document

CAMT = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{}"><BkToCstmrStmt/></Document>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ORDER, DocumentKind.ORDER),
        (CANCELLATION, DocumentKind.ORDER_CANCELLATION),
        (document("OrderChange", ""), DocumentKind.ORDER_CHANGE),
        (document("OrderResponse", ""), DocumentKind.ORDER_RESPONSE),
        (DESPATCH, DocumentKind.DESPATCH_ADVICE),
        (document("Invoice", ""), DocumentKind.INVOICE),
        (CAMT.format("camt.053.001.02").encode(), DocumentKind.BANK_STATEMENT),
        (CAMT.format("camt.053.001.08").encode(), DocumentKind.BANK_STATEMENT),
        (CAMT.format("camt.052.001.08").encode(), DocumentKind.BANK_STATEMENT),
        (CAMT.format("camt.054.001.02").encode(), DocumentKind.BANK_STATEMENT),
    ],
)
def test_a_known_root_tells_the_kind(data, kind):
    assert document_kind(data) is kind


@pytest.mark.parametrize(
    "data",
    [
        document("Catalogue", ""),
        b"<Order/>",
        CAMT.format("camt.055.001.02").encode(),
        b'<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
        b'<Other xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>',
    ],
    ids=["other UBL", "no namespace", "other camt", "name and namespace differ", "no Document"],
)
def test_anything_else_is_unknown(data):
    assert document_kind(data) is DocumentKind.UNKNOWN


def test_a_kind_is_a_plain_text_too():
    assert document_kind(ORDER) == "order"


def test_what_is_not_xml_is_refused_with_the_name_of_the_file():
    with pytest.raises(Invalid) as refused:
        document_kind(b"PK\x03\x04", "order.xml")
    assert refused.value.faults[0].path.startswith("order.xml")
