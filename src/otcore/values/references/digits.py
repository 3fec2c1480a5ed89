"""The digits of a reference, as people write it and as it is made."""

from otcore.values.faults import Invalid

_SEPARATORS = str.maketrans("", "", " -./")
_SHOWN = 40


def digits_of(text: str, separators: str = "") -> str:
    """The digits of a reference as it is written, with blanks (and these separators) anywhere; "" when it has more."""
    found = "".join(text.split())
    for sign in separators:
        found = found.replace(sign, "")
    return found if found.isascii() and found.isdigit() else ""


def body_of(number: str, longest: int, shortest: int = 1) -> str:
    """The digits of a number that a reference is made of; blanks, hyphens, points and slashes are left out.

    Raises `Invalid` REFERENCE_BODY for other signs (a number that loses its letters could be that of another invoice)
    and for too few or too many digits.
    """
    body = number.translate(_SEPARATORS)
    if body.isascii() and body.isdigit() and shortest <= len(body) <= longest:
        return body
    message = f"{number[:_SHOWN]!a} is not made of {shortest} to {longest} digits"
    raise Invalid.one("REFERENCE_BODY", message, number=number[:_SHOWN], shortest=shortest, longest=longest)
