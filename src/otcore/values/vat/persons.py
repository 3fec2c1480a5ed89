"""Countries whose VAT ids may be numbers of persons, which begin with the day of birth.

Sources: as in `sums`; for Bulgaria the ordinance on the EGN, for Czechia act 133/2000 on the birth number, for Latvia
the law on the Register of Natural Persons.
"""

from datetime import date

from otcore.values.vat.sums import DOWN_FROM_8, bulgaria_company, weighted


def bulgaria(number: str) -> bool:
    """Nine digits are a company's; ten a citizen's, a foreigner's or another's."""
    if len(number) == 9:
        return bulgaria_company(number)
    return _egn(number) or _foreigner(number) or _other(number)


def czechia(number: str) -> bool:
    """Eight digits are a company's; nine that begin with 6 a special number; others a birth number."""
    if len(number) == 8:
        return number[0] != "9" and _czech_company(number)
    if len(number) == 9:
        return _czech_special(number) if number[0] == "6" else _old_birth_number(number)
    return _birth_number(number)


def latvia(number: str) -> bool:
    """Companies begin with 4 or more; persons with the day of birth, since 2017 with 32 in its place."""
    if number[0] > "3":
        return weighted(number, (9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)) % 11 == 3
    if not number.startswith("32") and not _is_day(1800 + 100 * int(number[6]) + int(number[4:6]), *_day(number)):
        return False
    return (1 + weighted(number[:10], (10, 5, 8, 4, 2, 1, 6, 3, 7, 9))) % 11 % 10 == int(number[10])


def _egn(number: str) -> bool:
    """Months 21 to 32 are of the century before 1900, 41 to 52 of the one after 1999."""
    century, month = divmod(int(number[2:4]), 20)
    year = {0: 1900, 1: 1800, 2: 2000}.get(century, 0) + int(number[:2])
    check = weighted(number[:9], (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10
    return century < 3 and _is_day(year, month, int(number[4:6])) and check == int(number[9])


def _foreigner(number: str) -> bool:
    return weighted(number[:9], (21, 19, 17, 13, 11, 9, 7, 3, 1)) % 10 == int(number[9])


def _other(number: str) -> bool:
    return weighted(number, (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def _czech_company(number: str) -> bool:
    """Weights 8 to 2; 11 less the remainder of 11 is C8, 10 as 0 and 11 as 1."""
    return (11 - weighted(number[:7], DOWN_FROM_8) % 11) % 10 == int(number[7])


def _czech_special(number: str) -> bool:
    """The same of C2 to C8; the result, 1 to 11, stands for 8 7 6 5 4 3 2 1 0 9 8."""
    result = 11 - weighted(number[1:8], DOWN_FROM_8) % 11
    return (9 - result) % 10 == int(number[8])


def _old_birth_number(number: str) -> bool:
    """Given out before 1954, without a check digit; from 80 on the years are of the century before."""
    year = int(number[:2]) + (1800 if number[:2] >= "80" else 1900)
    return year < 1954 and _is_czech_day(year, number)


def _birth_number(number: str) -> bool:
    """Since 1954: a multiple of 11; until 1985 a remainder of 10 of the first nine digits was written 0."""
    year = int(number[:2]) + (1900 if number[:2] >= "54" else 2000)
    remainder = int(number[:9]) % 11
    check = remainder % 10 if year < 1985 else remainder
    return _is_czech_day(year, number) and check == int(number[9])


def _is_czech_day(year: int, number: str) -> bool:
    """Women have 50 added to the month; since 2004, 20 more are added where the numbers of a day run out."""
    month = int(number[2:4]) % 50
    overflow = 20 if year >= 2004 and month > 20 else 0
    return _is_day(year, month - overflow, int(number[4:6]))


def _day(number: str) -> tuple[int, int]:
    """Month and day of a date that is written with the day in front."""
    return int(number[2:4]), int(number[:2])


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
