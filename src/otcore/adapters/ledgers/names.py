"""What columns and words of ledgers are called, in English and German: data, to be added to."""

from collections.abc import Mapping
from types import MappingProxyType

Names = Mapping[str, tuple[str, ...]]

COLUMNS: Names = MappingProxyType(
    {
        "invoice": (
            "invoice",
            "invoice number",
            "invoice no",
            "invoice id",
            "invoice nr",
            "inv no",
            "document number",
            "document no",
            "document id",
            "doc id",
            "doc no",
            "document",
            "voucher",
            "number",
            "id",
            "Belegnummer",
            "Belegnr",
            "Beleg",
            "Rechnungsnummer",
            "Rechnungsnr",
            "Rechnung",
            "Nummer",
        ),
        "customer": (
            "customer",
            "customer id",
            "customer number",
            "customer no",
            "cust number",
            "cust no",
            "account id",
            "account number",
            "account",
            "debtor id",
            "debtor",
            "client id",
            "client",
            "Kundennummer",
            "Kundennr",
            "Kunde",
            "Debitorennummer",
            "Debitorennr",
            "Debitor",
            "Kontonummer",
            "Konto",
        ),
        "name": (
            "customer name",
            "name customer",
            "debtor name",
            "client name",
            "account name",
            "name",
            "company",
            "Kundenname",
            "Debitorenname",
            "Firma",
        ),
        "date": (
            "invoice date",
            "issue date",
            "issued",
            "document date",
            "doc date",
            "posting date",
            "date",
            "Rechnungsdatum",
            "Belegdatum",
            "Buchungsdatum",
            "Datum",
        ),
        "due": (
            "due date",
            "net due date",
            "due",
            "due on",
            "due in date",
            "maturity date",
            "Fälligkeitsdatum",
            "Fälligkeit",
            "Fällig am",
            "Fällig",
            "Nettofälligkeit",
            "Zahlbar bis",
        ),
        "amount": (
            "invoice amount",
            "gross amount",
            "total amount",
            "amount",
            "gross",
            "total",
            "Rechnungsbetrag",
            "Bruttobetrag",
            "Gesamtbetrag",
            "Betrag",
            "Brutto",
        ),
        "open": (
            "open amount",
            "amount open",
            "total open amount",
            "outstanding amount",
            "amount outstanding",
            "outstanding",
            "amount due",
            "balance due",
            "residual",
            "remaining",
            "open",
            "Offener Betrag",
            "Restbetrag",
            "Offen",
        ),
        "paid": (
            "settled date",
            "settlement date",
            "settled",
            "paid date",
            "date paid",
            "paid on",
            "payment date",
            "clearing date",
            "clear date",
            "cleared",
            "Zahlungsdatum",
            "Zahldatum",
            "Bezahlt am",
            "Ausgleichsdatum",
            "Ausgeglichen am",
        ),
        "currency": (
            "currency",
            "currency code",
            "invoice currency",
            "ccy",
            "curr",
            "Währung",
            "Belegwährung",
            "WKZ",
        ),
        "kind": (
            "kind",
            "transaction type",
            "document type",
            "entry type",
            "doc type",
            "type",
            "Belegart",
            "Buchungsart",
            "Vorgang",
            "Art",
        ),
        "reference": (
            "applies to",
            "applied to",
            "invoice reference",
            "related invoice",
            "for invoice",
            "reference",
            "Rechnungsbezug",
            "Zu Rechnung",
            "Bezug",
            "Zuordnung",
        ),
        "debit": ("debit", "debit amount", "Soll", "Sollbetrag"),
        "credit": ("credit", "credit amount", "Haben", "Habenbetrag"),
        "group": ("customer group", "group", "segment", "Kundengruppe", "Gruppe"),
        "salesperson": (
            "salesperson",
            "sales rep",
            "account manager",
            "Vertreter",
            "Verkäufer",
            "Kundenbetreuer",
        ),
    }
)
"""Fact -> the names of its column; of several that a file has, the first of the list. Cases and signs do not count."""

KINDS: Names = MappingProxyType(
    {
        "invoice": ("invoice", "sales invoice", "inv", "debit note", "380", "RV", "DR", "Rechnung", "RE"),
        "credit_note": ("credit note", "credit memo", "credit", "cn", "381", "DG", "Gutschrift", "GS", "Storno"),
        "payment": ("payment", "receipt", "cash", "cash receipt", "pmt", "DZ", "Zahlung", "Zahlungseingang", "ZE"),
        "write_off": ("write off", "bad debt", "Ausbuchung", "Forderungsausfall", "Abschreibung"),
        "discount": ("discount", "cash discount", "early payment discount", "Skonto"),
        "refund": ("refund", "Rückzahlung", "Erstattung"),
    }
)
"""What a row of a ledger is -> the words for it."""

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "jan january januar",
                "feb february februar",
                "mar march mrz märz mär",
                "apr april",
                "may mai",
                "jun june juni",
                "jul july juli",
                "aug august",
                "sep sept september",
                "oct october okt oktober",
                "nov november",
                "dec december dez dezember",
            ),
            1,
        )
        for name in names.split()
    }
)
"""Months by their names, in lower case."""

NOTHING = frozenset({"-", "–", "null", "none", "n/a", "00.00.0000", "0000-00-00", "00000000", "00/00/0000"})  # noqa: RUF001  # people type a dash
"""What is written where there is nothing to write."""

SIGNS_OF_CURRENCIES: Mapping[str, str] = MappingProxyType({"€": "EUR", "£": "GBP", "$": ""})
"""Signs beside amounts; a dollar may be one of many."""

_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def folded(name: str) -> str:
    """A name as it is compared: `Invoice No.`, `invoiceNo` and `INVOICE_NO` are the same."""
    return "".join(sign for sign in name.casefold().translate(_LETTERS) if sign.isalnum())
