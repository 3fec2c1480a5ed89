"""Check digits, as the standards of payment references define them."""

RECURSIVE = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)  # modulo 10, recursive: the Swiss table


def luhn(digits: str) -> str:
    """Modulo 10, weights 2 and 1 from the right, sums of digits."""
    doubled = [int(each) * (2 if at % 2 == 0 else 1) for at, each in enumerate(reversed(digits))]
    return str(-sum(each // 10 + each % 10 for each in doubled) % 10)


def modulo_11(digits: str) -> str:
    """Weights 2 to 7 from the right, over and over; "-" where there is no digit."""
    total = sum(int(each) * (at % 6 + 2) for at, each in enumerate(reversed(digits)))
    return "0123456789-"[-total % 11]


def sevens(digits: str) -> str:
    """Weights 7, 3, 1 from the right (Finland)."""
    return str(-sum(int(each) * (7, 3, 1)[at % 3] for at, each in enumerate(reversed(digits))) % 10)


def recursive(digits: str) -> str:
    """Modulo 10, recursive (Switzerland)."""
    carry = 0
    for each in digits:
        carry = RECURSIVE[(carry + int(each)) % 10]
    return str((10 - carry) % 10)


def modulo_97(text: str) -> str:
    """Two digits in front of which `text` belongs: ISO 7064 MOD 97-10, letters as 10 to 35."""
    return f"{98 - int(''.join(str(int(each, 36)) for each in text)) % 97:02d}"
