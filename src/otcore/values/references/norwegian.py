"""The Norwegian customer identification (KID): 2 to 25 digits, of which the last is a check digit.

Source: Bits / Mastercard Payment Services, "OCR giro: system specification", KID. The payee has chosen one of two ways:
modulus 10 (Luhn), or modulus 11 with weights 2 to 7 from the right, where the check digit for 10 is a hyphen. Both
notice every wrong digit.
"""

from otcore.values.references.digits import body_of, digits_of
from otcore.values.vat.luhn import luhn, luhn_sum

_LONGEST = 25
_WEIGHTS = (2, 3, 4, 5, 6, 7)


def norwegian_reference(number: str, modulus: int = 10) -> str:
    """The KID of a number of at most 24 digits by modulus 10 or 11. Raises `Invalid` REFERENCE_BODY."""
    body = body_of(number, _LONGEST - 1)
    return body + (str(-luhn_sum(body + "0") % 10) if modulus == 10 else _check_11(body))


def is_norwegian_reference(text: str, modulus: int = 0) -> bool:
    """Whether the text is a KID with the right check digit by modulus 10 or 11, 0 for either; blanks are allowed."""
    compact = "".join(text.split())
    body, check = digits_of(compact[:-1]), compact[-1:]
    if not 0 < len(body) < _LONGEST:
        return False
    by_11 = modulus != 10 and check == _check_11(body)
    return by_11 or (modulus != 11 and digits_of(check) != "" and luhn(body + check))


def _check_11(body: str) -> str:
    remainder = -sum(int(digit) * _WEIGHTS[place % 6] for place, digit in enumerate(reversed(body))) % 11
    return "-" if remainder == 10 else str(remainder)
