"""References that their standards, banks and authorities publish as examples."""

import pytest

from otcore.values.references import (
    belgian_reference,
    croatian_reference,
    danish_reference,
    dutch_reference,
    finnish_reference,
    has_length_digit,
    is_belgian_reference,
    is_croatian_reference,
    is_danish_reference,
    is_dutch_reference,
    is_finnish_reference,
    is_norwegian_reference,
    is_old_swiss_reference,
    is_slovenian_reference,
    is_swedish_reference,
    is_swiss_reference,
    norwegian_reference,
    swedish_reference,
    swiss_reference,
)


def test_belgian():
    assert belgian_reference("0909337554") == "+++090/9337/55493+++"


@pytest.mark.parametrize("text", ["+++010/8068/17183+++", "***010/8068/17183***", "010806817183", " 010 8068 17183 "])
def test_belgian_as_people_write_it(text):
    assert is_belgian_reference(text)


def test_belgian_check_digits_are_97_where_nothing_remains():
    assert belgian_reference("97") == "+++000/0000/09797+++"
    assert not is_belgian_reference("000000009700")


def test_swiss():
    assert swiss_reference("21000000000313947143000901") == "210000000003139471430009017"
    assert is_swiss_reference("21 00000 00003 13947 14300 09017")


@pytest.mark.parametrize("text", ["0" * 27, "21000000000313947143000901", "2100000000031394714300090A7", ""])
def test_what_is_no_swiss_reference(text):
    assert not is_swiss_reference(text)


def test_an_orange_slip_has_16_digits():
    assert is_old_swiss_reference(swiss_reference("313947143000901")[-16:])
    assert not is_old_swiss_reference("210000000003139471430009017")


def test_finnish():
    assert finnish_reference("123456") == "1234561"
    assert is_finnish_reference("2348236")
    assert is_finnish_reference("0000 0000 0000 0123 4561")


@pytest.mark.parametrize("text", ["13", "0013", "1234562", "0" * 20, "0" * 14 + "1234561", "RF471234561"])
def test_what_is_no_finnish_reference(text):
    assert not is_finnish_reference(text)


def test_norwegian():
    assert norwegian_reference("60224") == "602243"
    assert norwegian_reference("234567") == "2345676"
    assert norwegian_reference("12345678", 11) == "123456785"


def test_norwegian_ten_is_a_hyphen():
    number = next(str(number) for number in range(1, 99) if norwegian_reference(str(number), 11).endswith("-"))
    assert is_norwegian_reference(f"{number}-")
    assert not is_norwegian_reference(f"{number}-", 10)


@pytest.mark.parametrize("text", ["", "7", "1" * 26, "12A", "2345677", "-"])
def test_what_is_no_norwegian_reference(text):
    assert not is_norwegian_reference(text)


def test_swedish():
    assert swedish_reference("1234567") == "12345674"
    assert swedish_reference("12345", length=True) == "1234574"
    assert is_swedish_reference("#12345674#")


@pytest.mark.parametrize("text", ["", "0", "12345675", "1" * 26])
def test_what_is_no_swedish_reference(text):
    assert not is_swedish_reference(text)


def test_the_length_digit_leaves_the_tens_out():
    assert swedish_reference("1234567890", length=True)[-2] == "2"
    assert not has_length_digit("12345674")
    assert not has_length_digit("18")


def test_danish():
    assert danish_reference("1") == "000000000000018"
    assert danish_reference("00404040000066") == "004040400000669"


@pytest.mark.parametrize("text", ["+71<000000000000018+12345678<", "71<000000000000018", "000000000000018"])
def test_danish_as_cards_show_it(text):
    assert is_danish_reference(text)


@pytest.mark.parametrize("text", ["+75<000000000000018+12345678<", "000000000000019", "0" * 15, "18", "+73<+12345678<"])
def test_what_is_no_danish_reference(text):
    assert not is_danish_reference(text)


def test_dutch():
    assert dutch_reference("000056789012345") == "5000056789012345"
    assert dutch_reference("234534622567") == "12234534622567"
    assert is_dutch_reference("5000.0567.8901.2345")


@pytest.mark.parametrize("text", ["1234567", "5000056789012346", "13234534622567", "0" * 16, "50000567890123456"])
def test_what_is_no_dutch_reference(text):
    assert not is_dutch_reference(text)


def test_slovenian():
    assert is_slovenian_reference("SI12 1234567890120")
    assert not is_slovenian_reference("SI12 1234567890121")
    assert not is_slovenian_reference("SI00 1234567890120")


def test_croatian_in_parts():
    whole = croatian_reference("123456789")
    assert is_croatian_reference(f"{whole[:7]}-{whole[7:9]}-{whole[9:]}")
    assert not is_croatian_reference("HR01 1-2-3-4")
    assert not is_croatian_reference("HR01 0")
