"""The same verdicts as python-stdnum on numbers of every kind that it knows."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from otcore.values.references import (
    is_belgian_reference,
    is_creditor_reference,
    is_swedish_reference,
    is_swiss_reference,
    swiss_reference,
)

pytestmark = pytest.mark.oracle

digits = st.text("0123456789", min_size=1, max_size=27)


@given(st.from_regex(r"RF[0-9]{2}[A-Z0-9]{1,22}", fullmatch=True))
@example("RF18539007547034")
@example("RF18000000000539007547034")
def test_creditor_references(text):
    from stdnum import iso11649

    # The library takes the check digits 00, 01 and 99, which are never given out.
    if "02" <= text[2:4] <= "98":
        assert is_creditor_reference(text) == iso11649.is_valid(text)


@given(
    st.integers(0, 10**12 - 1).map("{:012}".format) | st.integers(1, 10**10 - 1).map(lambda n: f"{n:010}{n % 97:02}")
)
def test_belgian_references(text):
    from stdnum.be import ogm_vcs

    assert is_belgian_reference(text) == ogm_vcs.is_valid(text)


@given(digits.filter(lambda text: text.strip("0")))
def test_swiss_references(text):
    from stdnum.ch import esr

    assert is_swiss_reference(text.zfill(27)) == esr.is_valid(text)
    assert esr.is_valid(swiss_reference(text[:26]))


@given(digits.filter(lambda text: 2 <= len(text) <= 25))
def test_luhn_references(text):
    from stdnum import luhn

    assert is_swedish_reference(text) == luhn.is_valid(text)
