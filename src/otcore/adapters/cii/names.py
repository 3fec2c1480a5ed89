"""The namespaces and the fixed names of a Cross Industry Invoice D16B, and the codes it says things by."""

RSM = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
RAM = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
QDT = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"
UDT = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
NAMESPACES = {"rsm": RSM, "qdt": QDT, "ram": RAM, "udt": UDT}

ROOT = "rsm:CrossIndustryInvoice"
CALENDAR_DAY = "102"
"""UNCL 2379: CCYYMMDD."""

PROJECT_NAME = "Project reference"
"""What stands where CII wants a project's name beside its number (BT-11): EN 16931 has no name of it."""

TENDER, OBJECT, SUPPORTING = "50", "130", "916"
"""UNCL 1001: what an additional document is: a tender or lot (BT-17), an invoiced object (BT-18, BT-128), BG-24."""

TAX_POINTS = {"3": "5", "35": "29", "432": "72"}
"""The day that tax falls due (BT-8): CII says it by UNCL 2475, the semantic model by UNCL 2005 (the keys)."""

VAT_ID, TAX_NUMBER = "VA", "FC"
"""The schemes of tax registrations: the VAT id (BT-31), the number at the tax office (BT-32)."""
