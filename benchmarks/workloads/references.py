"""Structured references that an invoice asks its payer to state, and how payers write them."""

from collections.abc import Callable

from benchmarks.workloads.check_digits import luhn, modulo_11, modulo_97, recursive, sevens

Referencing = Callable[[int], str]


def creditor(running: int) -> str:
    """ISO 11649."""
    body = f"{running:010d}"
    return f"RF{modulo_97(body + 'RF00')}{body}"


def finnish(running: int) -> str:
    """The national reference of Finland."""
    body = str(31000 + running)
    return body + sevens(body)


def kid(running: int) -> str:
    """Norway, modulo 10."""
    body = f"72{running:07d}"
    return body + luhn(body)


def kid_11(running: int) -> str:
    """Norway, modulo 11; the last character may be a hyphen."""
    body = f"55{running:08d}"
    return body + modulo_11(body)


def swiss(running: int) -> str:
    """The QR reference of Switzerland: 27 digits."""
    body = f"7{running:025d}"
    return body + recursive(body)


def belgian(running: int) -> str:
    """The structured communication of Belgium: twelve digits, modulo 97."""
    body = f"31{running:08d}"
    digits = f"{body}{int(body) % 97 or 97:02d}"
    return f"+++{digits[:3]}/{digits[3:7]}/{digits[7:]}+++"


def spaced(reference: str) -> str:
    """As people type it: in blocks (of five from the right where it is digits only, of four otherwise)."""
    if reference.startswith("+++"):
        return reference.replace("+", "*")
    size = 5 if reference.isdigit() else 4
    first = len(reference) % size if reference.isdigit() else 0
    blocks = [reference[:first], *(reference[at : at + size] for at in range(first, len(reference), size))]
    return " ".join(each for each in blocks if each)
