"""Checking a VAT id: is it one that its country can have given out?"""

from otcore.values.faults import Fault
from otcore.values.vat.countries import SCHEMES

_LEFT_OUT = str.maketrans("", "", ".-/,")


def compact_vat(text: str) -> str:
    """A VAT id without blanks and punctuation, in capitals: how two of them are compared."""
    return "".join(text.split()).translate(_LEFT_OUT).upper()


def check_vat(text: str) -> Fault | None:
    """What is wrong with a VAT id, prefix included; nothing for one that can exist, and for one of another country.

    `VAT_FORMAT`: not the form of the country that the prefix names. `VAT_CHECK_DIGITS`: mistyped, by the country's own
    formula. The 27 member states, the United Kingdom, Northern Ireland (XI), Norway and Switzerland are known. Whether
    it has been given out, and to whom, only the authorities can say.
    """
    compact = compact_vat(text)
    scheme = SCHEMES.get(compact[:2])
    if scheme is None:
        return None
    found = scheme.form.fullmatch(compact[2:])
    if found is None:
        return _fault("VAT_FORMAT", text, f"is not a VAT id of {compact[:2]}")
    if scheme.fits("".join(found.groups()) or found.group()):
        return None
    return _fault("VAT_CHECK_DIGITS", text, "is mistyped: its check digits do not fit")


def _fault(code: str, text: str, why: str) -> Fault:
    return Fault(code, f"{text[:40]!a} {why}", facts={"vat": text[:40]})
