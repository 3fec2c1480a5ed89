"""The codes that banks put before the parts of a remittance text, by the way they are written.

Sources: for `PLUS` and `SUBFIELDS` appendix 3 of the agreement of the German banks on remote data transfer
(DFÜ-Abkommen, chapter 8, on field 86); for `SLASH` SWIFT Category 1 and 9 (fields 70, 72, 86) and the Dutch banks'
layouts of SEPA information in field 86; for `LABELS` what banks print: the fields of Fedwire (ORG, OBI, BNF, RFB) and
NACHA (company, individual) in the US, and the words of statements elsewhere.
"""

from collections.abc import Mapping

from otcore.reconciliation.remittance.parts import Part

PLUS: Mapping[str, Part] = {
    "SVWZ": Part.REMITTANCE,
    "EREF": Part.PAYER_REFERENCE,
    "KREF": Part.PAYER_REFERENCE,
    "MREF": Part.MANDATE,
    "CRED": Part.CREDITOR_ID,
    "DEBT": Part.OTHER,
    "ABWA": Part.PAYER_NAME,
    "ANAM": Part.PAYER_NAME,
    "ABWE": Part.PAYEE,
    "IBAN": Part.ACCOUNT,
    "BIC": Part.BANK,
    "PURP": Part.PURPOSE,
    "COAM": Part.AMOUNT,
    "OAMT": Part.AMOUNT,
    "BREF": Part.OTHER,
    "RREF": Part.OTHER,
    "MTLG": Part.OTHER,
}
"""Before a plus sign: "SVWZ+"."""

WORDS = frozenset({"CRED", "DEBT", "IBAN", "BIC", "PURP"})
"""Codes that also end words, so that no letter may stand before them."""

SLASH: Mapping[str, Part] = {
    "REMI": Part.REMITTANCE,
    "USTD": Part.REMITTANCE,
    "URI": Part.REMITTANCE,
    "RFB": Part.REMITTANCE,
    "INV": Part.REMITTANCE,
    "IPI": Part.REMITTANCE,
    "RREM": Part.REMITTANCE,
    "CINV": Part.REMITTANCE,
    "PUOR": Part.REMITTANCE,
    "STRD": Part.CREDITOR_REFERENCE,
    "EREF": Part.PAYER_REFERENCE,
    "KREF": Part.PAYER_REFERENCE,
    "ROC": Part.PAYER_REFERENCE,
    "PREF": Part.PAYER_REFERENCE,
    "NAME": Part.PAYER_NAME,
    "ORDP": Part.PAYER_NAME,
    "ULTD": Part.PAYER_NAME,
    "ULTB": Part.PAYEE,
    "ULTC": Part.PAYEE,
    "BENM": Part.PAYEE,
    "IBAN": Part.ACCOUNT,
    "ACCW": Part.ACCOUNT,
    "BIC": Part.BANK,
    "MARF": Part.MANDATE,
    "CSID": Part.CREDITOR_ID,
    "PURP": Part.PURPOSE,
    "BUSP": Part.PURPOSE,
    "OCMT": Part.AMOUNT,
    "CHGS": Part.AMOUNT,
    "EXCH": Part.AMOUNT,
    "TRTP": Part.KIND,
    "TRCD": Part.KIND,
    "SVCL": Part.KIND,
    "ADDR": Part.OTHER,
    "CNTP": Part.OTHER,
    "ID": Part.OTHER,
    "ISDT": Part.OTHER,
    "RTRN": Part.OTHER,
    "TSU": Part.OTHER,
}
"""Between slashes: "/REMI/"."""

APART = frozenset({"INV", "RFB", "IPI", "ID", "TSU"})
"""Codes that are also parts of document numbers ("2026/INV/7"), so that nothing but a sign may stand before them."""

COUNTERPARTY = (Part.ACCOUNT, Part.BANK, Part.PAYER_NAME)
"""What stands in "/CNTP/", between slashes; then the city."""

_SUBFIELDS_OF: Mapping[Part, tuple[int, ...]] = {
    Part.KIND: (0,),
    Part.OTHER: (10, 34, *range(70, 80)),
    Part.REMITTANCE: (*range(20, 30), *range(60, 64)),
    Part.BANK: (30,),
    Part.ACCOUNT: (31,),
    Part.PAYER_NAME: (32, 33),
}
SUBFIELDS: Mapping[str, Part] = {f"{number:02}": part for part, those in _SUBFIELDS_OF.items() for number in those}
"""Behind a question mark, or another sign that a bank chose: "?20"."""

_LABELS_OF: Mapping[Part, tuple[str, ...]] = {
    Part.REMITTANCE: (
        *("REF", "REFERENCE", "YOUR REF", "OUR REF", "MEMO", "MESSAGE", "DETAILS", "PAYMENT DETAILS", "REMITTANCE"),
        *("REMITTANCE INFORMATION", "REMITTANCE INFO", "OBI", "BBI", "RFB", "PMT INFO", "IND ID", "ID", "SVWZ"),
        *("ADDENDA", "ADDENDA INFO", "ADDITIONAL INFO", "PAYMENT INFO"),
        *("VERWENDUNGSZWECK", "MITTEILUNG", "MITTEILUNGEN", "OMSCHRIJVING", "MEDEDELING", "MOTIF", "COMMUNICATION"),
        *("LIBELLE", "CAUSALE", "CONCEPTO", "TYT.", "TYTULEM", "TYTUŁEM"),
    ),
    Part.CREDITOR_REFERENCE: ("BETALINGSKENMERK", "ZAHLUNGSREFERENZ", "STRUCTURED REFERENCE"),
    Part.PAYER_REFERENCE: (
        *("EREF", "KREF", "END-TO-END-REF", "END-TO-END-REF.", "END TO END ID", "ENDTOENDID", "KUNDENREFERENZ"),
        *("AUFTRAGGEBERREFERENZ", "KENMERK", "CUSTOMER REFERENCE"),
    ),
    Part.PAYER_NAME: (
        *("ORIG", "ORIG CO NAME", "ORIGINATOR", "ORG", "OGB", "REMITTER", "PAYER", "BY ORDER OF", "NAME", "ABWA"),
        *("AUFTRAGGEBER", "NAAM", "DONNEUR D'ORDRE", "ORDINANTE", "ORDENANTE", "OD"),
    ),
    Part.PAYEE: ("BNF", "BENEFICIARY", "IND NAME", "INDN", "ABWE"),
    Part.ACCOUNT: ("IBAN", "REK", "Z RACH."),
    Part.BANK: ("BIC",),
    Part.MANDATE: ("MREF", "MANDATSREF", "MANDATSREF.", "MANDAAT ID"),
    Part.CREDITOR_ID: ("CRED", "GLÄUBIGER-ID", "GLAEUBIGER-ID", "INCASSANT ID"),
    Part.KIND: ("CO ENTRY DESCR", "ENTRY DESCR", "COMPANY ENTRY DESCRIPTION", "SEC", "DES"),
    Part.OTHER: (
        *("MTLG", "ORIG ID", "CO ID", "DESC DATE", "TRACE", "EED", "TRN", "TNR", "SRF", "IMAD", "OMAD"),
        *("VALUTADATUM", "VALUE DATE"),
    ),
}
LABELS: Mapping[str, Part] = {label.replace(" ", ""): part for part, labels in _LABELS_OF.items() for label in labels}
"""In capitals, without blanks, before one of `LABEL_ENDS`: "ORIG:"."""

LABEL_ENDS = ":=#"
LABEL_WORDS = 4
"""Banks break words too, so a label of three may come in four parts."""
LABEL_ROOM = max(map(len, LABELS)) + 2 * LABEL_WORDS
