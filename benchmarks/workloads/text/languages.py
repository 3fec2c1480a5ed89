"""The languages by their code, and what a country's payers write in."""

from benchmarks.workloads.text.germanic import DUTCH, ENGLISH, GERMAN, NORWEGIAN
from benchmarks.workloads.text.language import Language
from benchmarks.workloads.text.others import FINNISH, POLISH
from benchmarks.workloads.text.romance import FRENCH, ITALIAN, SPANISH

LANGUAGES: dict[str, Language] = {
    "de": GERMAN, "en": ENGLISH, "es": SPANISH, "fi": FINNISH, "fr": FRENCH, "it": ITALIAN, "nl": DUTCH,
    "no": NORWEGIAN, "pl": POLISH,
}  # fmt: skip
OF_COUNTRIES = {
    "AT": "de", "BE": "nl", "CH": "de", "DE": "de", "DK": "no", "ES": "es", "FI": "fi", "FR": "fr", "IT": "it",
    "NL": "nl", "NO": "no",
    "PL": "pl", "PT": "es", "SE": "no",
}  # fmt: skip


def language_of(country: str) -> str:
    """The code of the language; English where nothing else is said."""
    return OF_COUNTRIES.get(country, "en")
