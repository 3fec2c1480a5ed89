"""Names as they are compared: without case, accents, punctuation, joining words and legal forms."""

import re
from unicodedata import category, normalize

LONGEST = 100
"""Longer names are compared by their first signs."""

# Letters that have no decomposition, and two-letter spellings of one letter (Müller, Mueller; Åse, Aase).
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})
_DIGRAPHS = re.compile("([aou])e|a(a)")
_VANISHING = re.compile("[.'`/\u2019\u00b4]")
_WORD = re.compile(r"[^\W_]+")
_JOINING = frozenset(["and", "und", "et", "en", "og", "och"])

# ISO 20275 lists some thousands; these are the ones that names are usually written with.
_LEGAL_FORMS = """
    ag ek ev eg gbr gmbh gmbh+co+kg haftungsbeschrankt kg kgaa mbh ohg se ug co
    ges+mbh gesmbh gesellschaft+mbh gesellschaft+mit+beschrankter+haftung aktiengesellschaft
    company corp corporation inc incorporated limited limited+liability+company llc llp lp ltd plc
    public+limited+company pty pte
    eurl sa sarl sas sasu sca scop snc societe+anonyme asbl sprl srl bvba cvba
    bv nv vof cv vzw besloten+vennootschap naamloze+vennootschap
    sapa sasr societa+per+azioni spa srls soc+coop
    sl sll slu sau sociedad+limitada sociedad+anonima lda unipessoal
    aps as asa ans da ks is ab hb kb aktiebolag oy oyj ky osakeyhtio ehf hf
    ou uab sia sp+zoo sp+z+oo spolka+z+oo spzoo sro as vos doo dd ad eood ead ood kft zrt nyrt bt rt sc
"""


def normal_name(name: str) -> str:
    """The name under which namesakes meet: the same for the same name, and for what is usually meant as the same.

    Compatibility forms, case, accents and umlauts are folded; dots, apostrophes and slashes vanish, other punctuation
    parts words; joining words ("and", "&") and legal forms at either end are left out (never all words); single letters
    in a row are one word; blanks do not count. A name without a letter or digit has none: "".
    """
    words = _joined(_words(name))
    named = [word for word in words if word not in _JOINING] or words
    return "".join(_without_forms(named))[:LONGEST]


def _fold(text: str) -> str:
    parts = normalize("NFKD", normalize("NFKD", text.casefold()).casefold())
    plain = "".join(sign for sign in parts if category(sign) != "Mn").translate(_LETTERS)
    return normalize("NFC", _DIGRAPHS.sub(lambda found: found[1] or found[2], plain))


def _words(name: str) -> list[str]:
    return _WORD.findall(_VANISHING.sub("", _fold(name)))


def _joined(words: list[str]) -> list[str]:
    """S A R L is one word."""
    joined: list[str] = []
    row = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and row:
            joined[-1] += word
        else:
            joined.append(word)
        row = single
    return joined


def _without_forms(words: list[str]) -> list[str]:
    left = words
    while (shorter := _one_form_less(left)) is not left:
        left = shorter
    return left


def _one_form_less(words: list[str]) -> list[str]:
    for count in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if tuple(words[-count:]) in _FORMS:
            return words[:-count]
        if tuple(words[:count]) in _FORMS:
            return words[count:]
    return words


_FORMS = frozenset(tuple(_words(form.replace("+", " "))) for form in _LEGAL_FORMS.split())
_LONGEST_FORM = max(map(len, _FORMS))
