"""Names of payers in the form they are compared in: without legal form, accents, case, signs and order."""

import re
from functools import lru_cache
from unicodedata import normalize

_WORD = re.compile(r"[A-Z0-9]+")
_DOTTED = re.compile(r"\b((?:[A-Z]\.){1,}[A-Z]?)")
_FORMS = frozenset(
    [
        "GMBH",
        "MBH",
        "AG",
        "KG",
        "KGAA",
        "CO",
        "UG",
        "OHG",
        "EK",
        "EKFM",
        "EG",
        "EV",
        "GBR",
        "SE",
        "SA",
        "SARL",
        "SAS",
        "SASU",
        "EURL",
        "SNC",
        "SCS",
        "SCA",
        "SRL",
        "SPRL",
        "BVBA",
        "BV",
        "NV",
        "VOF",
        "CV",
        "CVBA",
        "LTD",
        "LIMITED",
        "LLC",
        "LLP",
        "LP",
        "PLC",
        "INC",
        "INCORPORATED",
        "CORP",
        "CORPORATION",
        "COMPANY",
        "OY",
        "OYJ",
        "AB",
        "AS",
        "ASA",
        "APS",
        "IS",
        "KS",
        "SPA",
        "SAPA",
        "SL",
        "SLU",
        "SLL",
        "SC",
        "LDA",
        "SPZOO",
        "SP",
        "ZOO",
        "ZO",
        "OO",
        "DOO",
        "DD",
        "SRO",
        "KFT",
        "ZRT",
        "NYRT",
        "OOD",
        "EOOD",
        "OU",
        "UAB",
        "SIA",
        "PTY",
        "PTE",
        "PVT",
        "BHD",
        "SDN",
        "KK",
        "GK",
    ]
)
_SOUNDS = (("AE", "A"), ("OE", "O"), ("UE", "U"), ("SS", "S"), ("PH", "F"))
_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "ł": "l", "đ": "d"}
)
_CUT = 18


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: `Müller & Söhne GmbH` is MULLER, SOHNE."""
    plain = normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode().upper()
    plain = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", plain)
    words = [_sounded(word) for word in _WORD.findall(plain)]
    return tuple(_without_form(words))


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The words joined: hyphens and blanks may be anywhere."""
    return "".join(name_words(name))


def _sounded(word: str) -> str:
    if word in _FORMS:
        return word
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return word


def _without_form(words: list[str]) -> list[str]:
    """Without the legal form at the end, even where a bank cut it short; a name of nothing else stays."""
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _FORMS:
        kept.pop()
    long = sum(map(len, words)) >= _CUT
    if long and len(kept) > 1 and len(kept) == len(words) and _starts_a_form(kept[-1]):
        kept.pop()
        while len(kept) > 1 and kept[-1] in _FORMS:
            kept.pop()
    return kept


def _starts_a_form(word: str) -> bool:
    return len(word) <= 3 and any(form.startswith(word) for form in _FORMS)
