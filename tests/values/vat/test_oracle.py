"""The formulas of every country agree with python-stdnum on generated numbers, but where a reason is written."""

from collections.abc import Iterator, Mapping
from string import ascii_uppercase, digits
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otcore.values.iban import BBANS
from otcore.values.vat.checking import check_vat
from otcore.values.vat.countries import SCHEMES

pytestmark = pytest.mark.oracle

# Numbers that otcore takes and the oracle does not.
WIDER = {
    "CH": "a UID without the letters of its VAT register is taken",
    "SE": "the two last digits count registrations, 01 to 94; the oracle knows 01",
}
# Numbers that the oracle takes and otcore does not.
NARROWER = {
    "BE": "97 less a remainder of 0 is 97, not 00",
    "CZ": "months of a birth number beyond those that are given out, and a written 0 for 10 after 1985",
    "ES": "the letter of a public body or a foreign entity is no digit",
    "GB": "the 9755 series adds 55 to the sum and does not take it away as well",
    "IE": "the ninth sign is A to I, or W",
    "SK": "a birth number is no VAT id",
    "XI": "as in the United Kingdom",
}
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def oracle(country: str) -> Any:
    """The oracle's module for a country's VAT ids."""
    import stdnum
    from stdnum.no import mva

    return (
        mva if country == "NO" else stdnum.get_cc_module({"XI": "gb", "EL": "gr"}.get(country, country.lower()), "vat")
    )


def spelled(country: str, body: str) -> str:
    """As the oracle wants it: it knows Greece by one prefix and Northern Ireland by none."""
    return {"GR": "EL", "XI": "GB"}.get(country, country) + body


def neighbours(body: str) -> Iterator[str]:
    """The number with each sign replaced by each of its kind, so that a tenth or so are valid."""
    for place, sign in enumerate(body):
        for other in digits if sign.isdigit() else ascii_uppercase:
            yield body[:place] + other + body[place + 1 :]


@FEW
@pytest.mark.parametrize("country", SCHEMES)
@given(data=st.data())
def test_generated_numbers_are_judged_alike(country: str, data: st.DataObject):
    knows = oracle(country)
    for body in neighbours(data.draw(st.from_regex(SCHEMES[country].form, fullmatch=True))):
        ours, theirs = check_vat(country + body) is None, knows.is_valid(spelled(country, body))
        excused = country in (WIDER if ours else NARROWER)
        assert ours == theirs or excused, f"{country}{body}: {ours} here, {theirs} by the oracle"


def test_the_forms_of_ibans_are_those_of_the_registry():
    import re

    from stdnum import iban, numdb

    def signs(structure: str) -> str:
        return "".join(kind * int(count) for count, kind in re.findall(r"(\d+)!?([nac])", structure))

    registry = numdb.get("iban")
    assert iban.is_valid("DE89370400440532013000")
    theirs: Mapping[str, str] = {
        country: registry.info(country)[0][1].get("bban", "")
        for country in (one + two for one in ascii_uppercase for two in ascii_uppercase)
        if registry.info(country)[0][1]
    }
    assert {country: signs(form) for country, form in theirs.items()} == {
        country: signs(form) for country, form in BBANS.items()
    }
