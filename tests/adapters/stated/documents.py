"""Small documents of both syntaxes: parts are put between the header and the end."""

from otcore.adapters.stated import read_stated

_UBL = "urn:oasis:names:specification:ubl:schema:xsd"
_CII = "urn:un:unece:uncefact:data:standard"

SUMMATION = "SpecifiedTradeSettlementHeaderMonetarySummation"


def ubl(*parts, kind="Invoice"):
    """A UBL document: `Price/cbc:PriceAmount` needs its prefixes, as in the schema."""
    names = f'xmlns="{_UBL}:{kind}-2" xmlns:cac="{_UBL}:CommonAggregateComponents-2"'
    return f'<{kind} {names} xmlns:cbc="{_UBL}:CommonBasicComponents-2">{"".join(parts)}</{kind}>'.encode()


def cii(settled="", lines=""):
    """A CII document: the header's settlement, and the lines before it."""
    names = f'xmlns:rsm="{_CII}:CrossIndustryInvoice:100" xmlns:udt="{_CII}:UnqualifiedDataType:100"'
    names += f' xmlns:ram="{_CII}:ReusableAggregateBusinessInformationEntity:100"'
    settlement = f"<ram:ApplicableHeaderTradeSettlement>{settled}</ram:ApplicableHeaderTradeSettlement>"
    trade = f"<rsm:SupplyChainTradeTransaction>{lines}{settlement}</rsm:SupplyChainTradeTransaction>"
    return f"<rsm:CrossIndustryInvoice {names}>{trade}</rsm:CrossIndustryInvoice>".encode()


def summed(*parts):
    """The totals of a CII document."""
    return f"<ram:{SUMMATION}>{''.join(parts)}</ram:{SUMMATION}>"


def totals(*parts):
    """The totals of a UBL document."""
    return f"<cac:LegalMonetaryTotal>{''.join(parts)}</cac:LegalMonetaryTotal>"


def due(text):
    """The totals of a UBL document with nothing but an amount due."""
    return totals(f"<cbc:PayableAmount>{text}</cbc:PayableAmount>")


def read_ubl(*parts, kind="Invoice"):
    """The figures of a UBL document."""
    return read_stated(ubl(*parts, kind=kind))


def read_cii(settled="", lines=""):
    """The figures of a CII document."""
    return read_stated(cii(settled, lines))
