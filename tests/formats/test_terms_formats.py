"""Payment terms in the customer's language."""

from datetime import date

import pytest

from otcore.formats.terms import discounts, instalments, terms, wording
from otcore.formats.terms_phrases import PHRASES, UNITS
from otcore.invoicing import terms_english
from otcore.values import Invalid, Money, Percentage
from otcore.values.terms import (
    DiscountOffer,
    DiscountTerms,
    DueAnchor,
    DueRule,
    DueStep,
    Instalment,
    InstalmentTerms,
    PaymentTerms,
)

TERMS = PaymentTerms(30, True, discounts=(DiscountTerms(Percentage("2.50"), DueRule((DueStep(working_days=1),))),))
PARTS = (Instalment(date(2026, 1, 20), Money("1043.52", "EUR")), Instalment(date(2026, 2, 20), Money("101.53", "EUR")))
OFFER = DiscountOffer(date(2026, 1, 20), Percentage(2), Money("1200", "EUR"), Money("24", "EUR"))


def spaced(text: str) -> str:
    """With plain blanks: which no-break blank a locale has is babel's own matter."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "Net 30 days, end of month; 2.5% discount within 1 working day"),
        ("de", "30 Tage, Monatsende netto; 2,5 % Skonto (1 Arbeitstag)"),
        ("fr", "30 jours, fin de mois net; escompte de 2,5 % (1 jour ouvré)"),
        ("es", "30 días, fin de mes neto; 2,5 % de descuento por pronto pago (1 día hábil)"),
        ("nl", "30 dagen, einde maand netto; 2,5% betalingskorting (1 werkdag)"),
    ],
)
def test_terms_are_said_in_the_language_of_the_locale(locale: str, words: str):
    assert spaced(terms(TERMS, locale)) == words


def test_a_note_of_the_hosts_own_is_said_as_it_is():
    assert terms(PaymentTerms(note="On receipt"), "de") == "On receipt"


def test_amounts_and_days_are_written_as_the_locale_writes_them():
    assert spaced(instalments(PARTS, "de")) == "1.043,52 € fällig am 20.01.2026; 101,53 € fällig am 20.02.2026"
    assert spaced(discounts((OFFER,), "de-AT")) == "2 % Skonto bis 20.01.2026: € 24,00"
    assert spaced(discounts((OFFER,), "fr")) == "escompte de 2 % jusqu'au 20 janv. 2026 : 24,00 €"


def test_a_language_without_phrases_is_served_in_english_with_its_own_numbers():
    assert spaced(discounts((OFFER,), "it")) == "2% discount until 20 gen 2026: 24,00 €"
    friday = InstalmentTerms(DueRule((DueStep(weekday=4),), DueAnchor.DELIVERY))
    assert terms(PaymentTerms(instalments=(friday,)), "it") == "Net the next Friday, after delivery"


def test_an_unknown_locale_is_refused():
    with pytest.raises(Invalid, match="LOCALE_UNKNOWN"):
        wording("xx")


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_has_every_phrase_with_the_same_facts(language: str):
    def facts(phrase: str) -> set[str]:
        return {part.split("}")[0] for part in phrase.split("{")[1:]}

    told = {name: facts(phrase) for name, phrase in PHRASES[language].items()}
    assert told == {name: facts(phrase) for name, phrase in terms_english.PHRASES.items()}
    assert UNITS[language].keys() == UNITS["en"].keys()


@pytest.mark.parametrize("locale", PHRASES)
def test_every_phrase_can_be_said(locale: str):
    said = wording(locale)
    parts = tuple(
        InstalmentTerms(DueRule(steps, anchor, cutoff=20, payment_days=(5,)), Percentage(1), of_balance=True)
        for anchor in DueAnchor
        for steps in ((), (DueStep(months=1, weeks=1, days=1, working_days=2, day=31, weekday=0),), (DueStep(day=5),))
    )
    words = terms(PaymentTerms(instalments=(*parts, InstalmentTerms()), sequential=True), locale)
    assert said.weekday(0) in words
    assert "{" not in words
