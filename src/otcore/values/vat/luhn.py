"""Every second digit doubled, the digits of the products added up (Luhn, ISO/IEC 7812-1 annex B), and its relatives.

Sources: as in `sums`; for France article R. 123-221 of the Code de commerce (SIREN), for Spain Orden EHA/451/2008.
"""

_CIF_LETTERS = "JABCDEFGHI"
_BY_LETTER = frozenset("NPQRSW")
"""Public bodies, foreign entities and the like carry a letter."""


def luhn_sum(digits: str) -> int:
    """The sum with every second digit from the right doubled, beginning with the one beside the last."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return doubled + sum(map(int, digits[-1::-2]))


def luhn(digits: str) -> bool:
    """Whether the last digit fits the others."""
    return luhn_sum(digits) % 10 == 0


def austria(number: str) -> bool:
    """After the U: C2, C4 and C6 doubled, 4 and the last digit added; a multiple of 10."""
    return (luhn_sum(number[1:8]) + 4 + int(number[8])) % 10 == 0


def italy(number: str) -> bool:
    """Seven digits of the taxpayer, three of the office that gave the number out, and Luhn."""
    office = number[7:10]
    given_out = "001" <= office <= "100" or office in ("120", "121", "888", "999")
    return given_out and number[:7] != "0000000" and luhn(number)


def sweden(number: str) -> bool:
    """The organisation number, C1 to C10, is Luhn; the two digits behind it count registrations."""
    return luhn(number[:10])


def spain_company(number: str) -> bool:
    """A letter for the form of the entity, seven digits, and their Luhn digit, written as a digit or a letter."""
    check = -luhn_sum(number[1:8] + "0") % 10
    if number[8] == _CIF_LETTERS[check]:
        return True
    return number[0] not in _BY_LETTER and number[8] == str(check)
