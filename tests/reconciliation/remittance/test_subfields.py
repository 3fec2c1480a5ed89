"""Numbered subfields of field 86."""

import pytest

from otcore.reconciliation.remittance import Part, fields_of
from tests.reconciliation.remittance.said import remittance, said, words_at

TEXT = (
    "166?00GUTSCHRIFT?109251?20EREF+PAY-2026-00077?21KREF+NONREF?22SVWZ+Rechnungen 2026-0001, ?232026-0002?30GENODEF1"
    "?31DE02120300000000202051?32ACME Gesellschaft fuer alle?33s mbH?60, 2026-0003"
)


def test_each_subfield_has_its_part():
    assert said(TEXT) == [
        (Part.KIND, "GUTSCHRIFT"),
        (Part.OTHER, "9251"),
        (Part.PAYER_REFERENCE, "PAY-2026-00077"),
        (Part.REMITTANCE, "Rechnungen 2026-0001, 2026-0002 , 2026-0003"),
        (Part.BANK, "GENODEF1"),
        (Part.ACCOUNT, "DE02120300000000202051"),
        (Part.PAYER_NAME, "ACME Gesellschaft fuer alles mbH"),
    ]


@pytest.mark.parametrize("width", [27, 35, 50, 61, 65])
def test_lines_break_it_anywhere(width):
    lines = [TEXT[at : at + width] for at in range(0, len(TEXT), width)]
    assert said(*lines) == said(TEXT)


def test_places_lead_back_through_subfields_and_lines():
    lines = (TEXT[:61], TEXT[61:122], TEXT[122:])
    field = next(field for field in fields_of(lines) if field.part is Part.REMITTANCE)
    at = field.text.index("2026-0002")
    assert words_at(lines, field, at, at + 9) == "2026-0002"


def test_the_bank_chooses_the_sign():
    assert remittance("000>100987654321>20 HUUR >21 KANTOOR - FEB 2010") == ["HUUR   KANTOOR - FEB 2010"]


def test_subfields_may_begin_with_the_words():
    assert remittance("?20Rechnung 4711?32ACME") == ["Rechnung 4711"]


def test_without_a_code_the_words_are_remittance_information():
    fields = fields_of(("166?20Invoice 4711",))
    assert [(field.code, field.text) for field in fields] == [("?20", "Invoice 4711")]
