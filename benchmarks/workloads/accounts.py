"""Accounts that payers pay from: IBANs with right check digits, or a routing and an account number."""

from benchmarks.workloads.chance import Chance
from benchmarks.workloads.check_digits import modulo_97

# Digits of the national part.
LENGTHS = {
    "AT": 16, "BE": 12, "CH": 17, "CZ": 20, "DE": 18, "DK": 14, "ES": 20, "FI": 14, "FR": 23, "GB": 18, "IE": 18,
    "IT": 23, "KW": 26, "NL": 14, "NO": 11, "PL": 24, "PT": 21, "SE": 20,
}  # fmt: skip


def account(country: str, chance: Chance) -> str:
    """An account in a country."""
    if country not in LENGTHS:
        return f"{chance.digits(9)}/{chance.digits(10)}"
    body = chance.digits(LENGTHS[country])
    return f"{country}{modulo_97(f'{body}{country}00')}{body}"
