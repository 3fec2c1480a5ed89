"""Words that say what kind of payment it is, in the languages of Europe. They only ever lower or name; none posts."""

import re
from functools import lru_cache

from otcore.payments.allocation import Why


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)")


_PREPAID = _any(
    r"PRE-?PAY\w* PREPAID IN\sADVANCE ADVANCE DOWN\s?PAYMENT DEPOSIT\w* PRO-?\s?FORMA\w* VORKASSE VORAUS\w*"
    r" ANZAHL\w*"
    r" A-?K\s?ONTO\w* ACOMPTE ARRHES AVANCE VOORUIT\w* AANBETAL\w* ANTICIPO ACCONTO SE[NÑ]AL ZALICZK\w* PRZEDP\w*"
    r" FORSKU\w* FÖRSKOTT ENNAKKO\w* ADIANTAMENTO CAPARRA"
)
_SEVERAL = _any(
    r"SAMMEL\w* RECHNUNGEN BELEGE DIVERSE MEHRERE POSTEN AUFSTELLUNG KONTOAUSGLEICH INVOICES BILLS VARIOUS SEVERAL"
    r" STATEMENT ALL\sDUE DUE\sITEMS OPEN\sITEMS FACTURES PLUSIEURS FATTURE VARIE ESTRATTO\sCONTO FACTURAS"
    r" VARIAS FATURAS FACTUREN OPENSTAANDE FAKTURY FAKTUROR FAKTURAER LASKUT SALDO\sCUENTA SOLDE\sDE\sCOMPTE"
)
_REASONS = (
    (
        Why.PARTIAL,
        _any(
            r"TEIL-?ZAHL\w* TEIL-?BETRAG \w*RATE PART\s?PAY\w* PARTIAL\w* PART-?PAID INSTAL\w* ACOMPTE PARTIEL\w*"
            r" DEEL-?BETAL\w* DEELS ACCONTO PARZIAL\w* PARCIAL\w* DELBETAL\w* OSAMAKSU TERMIJN RESTBETRAG"
        ),
    ),
    (
        Why.DISCOUNT,
        _any(r"SKONTO\w* DISC DISCOUNT\w* ESCOMPTE KORTING SCONTO DESCUENTO RABATT? ALENNUS KASSARABATT"),
    ),
    (
        Why.WITHHOLDING,
        _any(
            r"WITHH\w* WHT TDS NET\sOF\sTAX LESS\sTAX QUELLENST\w* STEUERABZUG RETENUE RITENUTA RETENCI[OÓ]N"
            r" BRONBELAST\w* VOORHEFFING K[AÄ]LLSKATT KILDESKATT"
        ),
    ),
    (Why.FEE, _any(r"FEES? BANK\s?CHARGES? SPESEN GEB(?:Ü|U|UE)HR\w* FRAIS KOSTEN COMMISSION\w* AVGIFT\w* KULUT")),
    (
        Why.DEDUCTION,
        _any(
            r"ABZUG ABZ(?:Ü|UE)GE K(?:Ü|UE?)RZUNG GEK(?:Ü|UE?)RZT REKLAM\w* M(?:Ä|AE?)NGEL\w* DEDUCT\w* DAMAGE\w*"
            r" SHORTAGE SHORT\sDELIVER\w* CLAIM\w* DEBIT\s?(?:MEMO|NOTE) BELASTUNG\w* LITIGE REFUS\w* AVOIR RETENU"
            r" GEBREK\w* SCHADE R[EÉ]CLAMATION\w* INHOUDING DEDUZ\w* RECLAMACI[OÓ]N"
        ),
    ),
)


_RANGE = re.compile(
    r"\W*(?:BIS|TO|TOT|T/?M|AU|JUSQU\W?AU|À|A|AL|THRU|THROUGH|UNTIL|UP TO|TIL|TILL|FINO AL?|HASTA|AT[EÉ]|DO|TOIMEN"
    "|-|\u2013|>|~|\\.\\.+)\\W*"
)
_LISTING = re.compile(r"\W*(?:UND|AND|ET|EN|E|Y|I|OG|OCH|JA|U)?\W*")


_TEXTS = 256
"""So many texts are remembered: a decision asks what its text says more than once."""


def is_range(between: str) -> bool:
    """Whether what stands between two numbers says: and all that lie between."""
    return _RANGE.fullmatch(between) is not None


def is_listing(between: str) -> bool:
    """Whether what stands between two numbers only joins them."""
    return _LISTING.fullmatch(between) is not None or is_range(between)


@lru_cache(maxsize=_TEXTS)
def is_prepaid(text: str) -> bool:
    """Whether a canonical text speaks of money before the goods or the invoice."""
    return _PREPAID.search(text) is not None


@lru_cache(maxsize=_TEXTS)
def says_several(text: str) -> bool:
    """Whether a canonical text speaks of more than one invoice."""
    return _SEVERAL.search(text) is not None


@lru_cache(maxsize=_TEXTS)
def reason_said(text: str) -> Why | None:
    """The reason that a canonical text gives for an amount that differs."""
    for why, words in _REASONS:
        if words.search(text):
            return why
    return None
