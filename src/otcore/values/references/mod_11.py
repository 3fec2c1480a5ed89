"""Modulus 11 as banks of former Yugoslavia use it ("MOD11INI"), and the references of its two commonest models.

Sources: for Croatia Fina, "Jedinstveni pregled osnovnih modela poziva na broj", model HR01; for Slovenia Združenje bank
Slovenije, "Navodilo o obliki, vsebini in uporabi obrazca UPN", reference model SI12. From the right, the digits count
2, 3, 4 ... times; the check digit is 11 less the remainder of 11, 0 for 10 and 11. So the check digit 0 stands for two
remainders, and a wrong digit that leads from one to the other is not noticed; nor is one that counts 11 or 22 times.
"""

import re

from otcore.values.references.digits import body_of

_SLOVENIAN = re.compile("SI12([0-9]{2,13})")
_CROATIAN = re.compile("HR01([0-9]+(?:-[0-9]+){0,2})")
_LONGEST = {"SI12": 13, "HR01": 22}


def slovenian_reference(number: str) -> str:
    """The reference of a number of at most 12 digits by model SI12. Raises `Invalid` REFERENCE_BODY."""
    return _made("SI12", number)


def croatian_reference(number: str) -> str:
    """The reference of a number of at most 21 digits by model HR01, in one part. Raises `Invalid` REFERENCE_BODY."""
    return _made("HR01", number)


def is_slovenian_reference(text: str) -> bool:
    """Whether the text is one of model SI12 with the right check digit; blanks are allowed."""
    match = _SLOVENIAN.fullmatch("".join(text.split()).upper())
    return match is not None and _fits(match[1])


def is_croatian_reference(text: str) -> bool:
    """Whether the text is one of model HR01, in up to three parts, with the right check digit; blanks are allowed."""
    match = _CROATIAN.fullmatch("".join(text.split()).upper())
    digits = match[1].replace("-", "") if match else ""
    return 1 < len(digits) <= _LONGEST["HR01"] and _fits(digits)


def _made(model: str, number: str) -> str:
    body = body_of(number, _LONGEST[model] - 1)
    return f"{model}{body}{_check(body)}"


def _fits(digits: str) -> bool:
    return _check(digits[:-1]) == int(digits[-1])


def _check(body: str) -> int:
    return -sum(int(digit) * weight for weight, digit in enumerate(reversed(body), start=2)) % 11 % 10
