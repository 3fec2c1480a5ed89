"""Names of companies, and what becomes of them on the way through banks."""

from benchmarks.workloads.chance import Chance

ONSETS = ("b", "br", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z")
RHYMES = ("a", "al", "an", "ar", "e", "en", "er", "i", "in", "o", "on", "or", "u", "um", "ia", "ex")
TRADES = {
    "it": ("Costruzioni", "Alimentari", "Trasporti", "Tessile"),
    "es": ("Construcciones", "Alimentación", "Logística", "Suministros"),
    "pl": ("Budownictwo", "Transport", "Żywność", "Usługi"),
    "fr": ("Bâtiment", "Négoce", "Transports", "Énergie"),
    "de": ("Metallbau", "Getränke", "Spedition", "Kältetechnik"),
    "en": ("Holdings", "Foods", "Freight", "Engineering"),
    "nl": ("Bouw", "Groothandel", "Transport", "Installatie"),
    "no": ("Bygg", "Fisk", "Frakt", "Verksted"),
    "fi": ("Rakennus", "Kalusto", "Huolto", "Metsä"),
}
FORMS = {
    "AT": ("GmbH", "KG"), "BE": ("BV", "NV"), "CH": ("AG", "GmbH", "SA"), "CZ": ("s.r.o.", "a.s."),
    "DE": ("GmbH", "OHG", "GbR"),
    "DK": ("ApS", "A/S"), "ES": ("S.L.", "S.A."), "FI": ("Oy", "Ky"), "FR": ("SARL", "SAS"), "GB": ("Ltd", "LLP"),
    "IE": ("DAC", "Ltd"), "IT": ("S.r.l.", "S.p.A.", "S.n.c."), "JP": ("K.K.", "G.K."), "KW": ("W.L.L.", "K.S.C."),
    "NL": ("B.V.", "V.O.F."), "NO": ("AS", "ANS"), "PL": ("Sp. z o.o.", "S.A."), "PT": ("Lda", "S.A."),
    "SE": ("AB", "HB"),
    "US": ("Inc.", "LLC"),
}  # fmt: skip
PLAIN_LETTERS = str.maketrans("ÄÖÜäöüéèâñÉóŻżćńęł", "AOUaoueeanEoZzcnel")


def stem(chance: Chance) -> str:
    """A made-up word."""
    return "".join(chance.one(ONSETS) + chance.one(RHYMES) for _ in range(chance.number(2, 3))).capitalize()


def company(chance: Chance, language: str, country: str) -> str:
    """A name: stem, trade, legal form."""
    return f"{stem(chance)} {chance.one(TRADES[language])} {chance.one(FORMS[country])}"


def twin(chance: Chance, name: str, language: str, country: str) -> str:
    """Another company's name that is nearly the same: other trade or other legal form."""
    first, trade, form = name.split(" ", 2)
    if chance.happens(0.5):
        return f"{first} {chance.one(TRADES[language])} {form}"
    return f"{first} {trade} {chance.one(FORMS[country])}"


def as_banks_write(chance: Chance, name: str) -> str:
    """Upper case, cut, without legal form, or without accents."""
    way = chance.number(0, 4)
    if way == 0:
        return name.upper()
    if way == 1:
        return name[: chance.number(10, 20)].rstrip()
    if way == 2:
        return " ".join(name.split(" ")[:2])
    if way == 3:
        return name.translate(PLAIN_LETTERS)
    return name.replace(" ", "  ", 1).replace(".", "")
