"""The structured communication of Belgium (OGM-VCS): ten digits and two check digits, "+++090/9337/55493+++".

Source: Febelfin, "Standaarden: gestructureerde mededeling". The check digits are the remainder of the ten digits
divided by 97; 97 stands for a remainder of 0. Every wrong digit and every exchange of two neighbours is noticed.
"""

from otcore.values.references.digits import body_of, digits_of

_BODY = 10
_LENGTH = 12


def belgian_reference(number: str) -> str:
    """The structured communication of a number of at most ten digits. Raises `Invalid` REFERENCE_BODY."""
    body = body_of(number, _BODY).zfill(_BODY)
    whole = body + _check(body)
    return f"+++{whole[:3]}/{whole[3:7]}/{whole[7:]}+++"


def is_belgian_reference(text: str) -> bool:
    """Whether the text is one with the right check digits; also without its marks, or with asterisks for pluses."""
    digits = digits_of(text.strip().strip("+*"), "/.")
    return len(digits) == _LENGTH and _check(digits[:_BODY]) == digits[_BODY:]


def _check(body: str) -> str:
    return f"{int(body) % 97 or 97:02}"
