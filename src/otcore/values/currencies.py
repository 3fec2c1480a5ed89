"""Currencies and their minor digits, by ISO 4217 (list one, active codes, as of 2026-01-01).

The digits are the currency's own. CLDR (babel) counts the decimals people show, fewer for AFN, ALL, IQD, RSD and
others; that is for display only. Left out: codes without minor digits (metals, XDR, XSU, XUA, bond units), XTS
(testing) and XXX (no currency).
"""

from collections.abc import Mapping
from types import MappingProxyType

from otcore.values.faults import Invalid

_CODES = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
        CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
        IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
        MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG
        YER ZAR ZMW ZWG
    """,
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}

DIGITS: Mapping[str, int] = MappingProxyType(
    {code: places for places, codes in _CODES.items() for code in codes.split()}
)
"""Minor digits by currency code: {"EUR": 2, "JPY": 0, "BHD": 3, ...}."""


def digits(currency: str) -> int:
    """The minor digits of a currency, given its upper-case ISO 4217 code. Raises `Invalid` CURRENCY_UNKNOWN."""
    try:
        return DIGITS[currency]
    except KeyError:
        shown = ascii(currency[:40])
        raise Invalid.one("CURRENCY_UNKNOWN", f"{shown} is not an active ISO 4217 code", currency=shown) from None
