"""Creditor references by ISO 11649."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from otcore.values import Invalid
from otcore.values.references import creditor_reference, is_creditor_reference

bodies = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=21)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("539007547034", "RF18539007547034"),
        ("2348236", "RF332348236"),
        ("G72UUR", "RF45G72UUR"),
        ("g72-uur", "RF45G72UUR"),
    ],
)
def test_known_references(text, reference):
    assert creditor_reference(text) == reference


@given(bodies)
def test_what_is_made_is_recognised(body):
    reference = creditor_reference(body)
    assert is_creditor_reference(reference)
    assert reference[4:] == body


@given(bodies, st.data())
def test_one_wrong_character_is_noticed(body, data):
    reference = creditor_reference(body)
    place = data.draw(st.integers(2, len(reference) - 1))
    sign = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
    assume(sign != reference[place])
    # A letter is two digits, so an exchange for a digit moves all before it and may, one time in 97, agree by chance.
    assume(sign.isdigit() == reference[place].isdigit())
    assert not is_creditor_reference(reference[:place] + sign + reference[place + 1 :])


@pytest.mark.parametrize("text", ["RF18 5390 0754 7034", "rf18539007547034", " RF18539007547034\n"])
def test_references_as_people_write_them(text):
    assert is_creditor_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "RF18",
        "RF19539007547034",
        "539007547034",
        "RF1853900754703-",
        "RF18" + "0" * 22,
        "RF\uff11\uff18539007547034",
        "RF185390075470\uff134",
        "XRF18539007547034",
    ],
)
def test_what_is_no_reference(text):
    assert not is_creditor_reference(text)


def test_check_digits_that_are_never_given_out_are_not_taken():
    """RF98 and RF01 leave the same remainder for a body whose check digits are 98."""
    body = next(str(number) for number in range(200) if creditor_reference(str(number)).startswith("RF98"))
    assert is_creditor_reference(f"RF98{body}")
    assert not is_creditor_reference(f"RF01{body}")


@pytest.mark.parametrize("text", ["", "---", "Ж", "1" * 22])
def test_a_body_that_is_empty_or_too_long_is_refused(text):
    with pytest.raises(Invalid, match="CREDITOR_REFERENCE_BODY"):
        creditor_reference(text)
