"""The number as a whole, divided: its remainder is what its check digits say.

Sources: as in `sums`; ISO/IEC 7064 for MOD 97-10 and MOD 11,10; for the United Kingdom HM Revenue & Customs, VAT
notice 700 ("9755" is the series since 2010); for the Netherlands the Belastingdienst, VAT ids of
sole traders since 2020.
"""

from otcore.values.account import mod_97
from otcore.values.vat.luhn import luhn
from otcore.values.vat.sums import DOWN_FROM_8, DOWN_FROM_9, weighted

_KEY_SIGNS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def belgium(number: str) -> bool:
    """97 less the remainder of the first eight digits is the last two."""
    return 97 - int(number[:8]) % 97 == int(number[8:])


def luxembourg(number: str) -> bool:
    """The first six digits leave the last two as remainder of 89."""
    return int(number[:6]) % 89 == int(number[6:])


def slovakia(number: str) -> bool:
    """The number is a multiple of 11."""
    return int(number) % 11 == 0


def mod_11_10(number: str) -> bool:
    """ISO/IEC 7064 MOD 11,10, of Germany and Croatia."""
    product = 10
    for digit in number[:-1]:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return (product + int(number[-1])) % 10 == 1


def netherlands(number: str) -> bool:
    """Nine digits with weights 9 to 2 whose remainder of 11 is C9; or the whole, NL included, by ISO 7064 MOD 97-10."""
    by_digits = weighted(number[:8], DOWN_FROM_9) % 11 == int(number[8])
    return by_digits or mod_97("NL" + number) == 1


def united_kingdom(number: str) -> bool:
    """Weights 8 to 2, and C8 C9 added: a multiple of 97, or, from 1000000 on, of 97 with 55 added.

    Numbers of government departments (GD) and health authorities (HA) have no check digits.
    """
    if not number.isdigit():
        return True
    total = weighted(number[:7], DOWN_FROM_8) + int(number[7:9])
    return total % 97 == 0 or (number[0] != "0" and (total + 55) % 97 == 0)


def france(number: str) -> bool:
    """A key of two signs before a SIREN, which is Luhn but in Monaco (000).

    Digits: 12 + 3 x (SIREN modulo 97), modulo 97. With a letter, the signs count in base 34 (I and O are not used).
    """
    key, siren = number[:2], number[2:]
    if not siren.startswith("000") and not luhn(siren):
        return False
    if key.isdigit():
        return (12 + 3 * (int(siren) % 97)) % 97 == int(key)
    return _new_key(key, int(siren))


def _new_key(key: str, siren: int) -> bool:
    """The key in base 24 with a digit in front, else in base 34: its quotient and remainder of 11 fit the SIREN."""
    first, second = (_KEY_SIGNS.index(sign) for sign in key)
    value = first * 24 + second - 10 if first < 10 else first * 34 + second - 100
    return (siren + 1 + value // 11) % 11 == value % 11
