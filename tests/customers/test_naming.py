"""Names that mean the same are compared as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.customers.namesake import Namesake, NamesakeJoined, NamesakeLeft, evolve, facets, join, leave, names_of
from otcore.customers.naming import LONGEST, normal_name
from otcore.values.party import Party

SAME = [
    (
        "Acme GmbH",
        "ACME",
        "acme g.m.b.h.",
        "Acme Gesellschaft mit beschränkter Haftung",
        "Acme GmbH & Co. KG",
        "  Acme  ",
    ),
    ("Müller & Söhne AG", "Mueller und Soehne", "MULLER SOHNE", "Müller-Söhne A.G."),
    ("Société Dupont S.A.R.L.", "Societe Dupont", "SARL Société Dupont", "SOCIÉTÉ DUPONT S A R L"),
    ("Ærø Skibsværft A/S", "Aroe Skibsvarft as", "ÆRØ SKIBSVÆRFT"),
    ("Øresund Aktiebolag", "Oresund AB"),
    ("O'Neil Ltd", "ONeil Limited", "O\u2019Neil Ltd."),
    ("De Vries B.V.", "de vries bv", "DE VRIES"),
    ("Kowalski Sp. z o.o.", "KOWALSKI SP Z OO", "Kowalski sp zoo", "Kowalski"),
    ("Čapek s.r.o.", "Capek sro"),
    ("\uff21\uff43\uff4d\uff45", "Acme"),
    ("Straße 7", "STRASSE 7"),
    ("Åse Holding ASA", "Aase Holding"),
    ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
]
OTHER = [
    ("Acme", "Acne"),
    ("Acme 1", "Acme 2"),
    ("Müller", "Miller"),
    ("漢字商事", "漢字工業"),
    ("Acme Trading", "Acme"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_case_accents_punctuation_and_legal_forms_do_not_count(names: tuple[str, ...]):
    assert len({normal_name(name) for name in names}) == 1


@pytest.mark.parametrize("names", OTHER, ids=lambda names: names[0])
def test_other_names_are_other_names(names: tuple[str, ...]):
    assert len({normal_name(name) for name in names}) == 2


@pytest.mark.parametrize(("name", "normal"), [("AG", "ag"), ("GmbH & Co. KG", "gmbh"), ("And", "and"), ("SA AG", "sa")])
def test_a_name_of_legal_forms_only_keeps_one(name: str, normal: str):
    assert normal_name(name) == normal


@pytest.mark.parametrize("name", ["", "!?&", " ", "---"])
def test_a_name_without_letter_or_digit_is_none(name: str):
    assert normal_name(name) == ""


@given(st.text(max_size=600))
def test_any_text_has_a_short_name_that_is_its_own(name: str):
    normal = normal_name(name)
    assert len(normal) <= LONGEST
    assert normal_name(name.casefold()) == normal_name(f"  {name}\n") == normal
    assert not normal or normal.isalnum()


def test_a_party_goes_by_its_name_and_its_legal_name():
    assert names_of(Party("Shop", legal_name="Acme GmbH")) == ("acme", "shop")
    assert names_of(Party("ACME", legal_name="Acme GmbH")) == ("acme",)
    assert names_of(Party("?")) == ()


def test_namesakes_stand_in_the_order_they_came():
    both = evolve(evolve(None, NamesakeJoined("C2")), NamesakeJoined("C1"))
    assert both == Namesake(("C2", "C1"))
    assert evolve(both, NamesakeLeft("C2")) == Namesake(("C1",))
    assert facets(both).party == ""


def test_a_name_is_taken_and_given_up_once():
    assert join(None, "C1") == (NamesakeJoined("C1"),)
    assert join(Namesake(("C1",)), "C1") == ()
    assert leave(Namesake(("C1",)), "C1") == (NamesakeLeft("C1"),)
    assert leave(Namesake(()), "C1") == ()
    assert leave(None, "C1") == ()
