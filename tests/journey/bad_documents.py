"""Documents that cannot be taken in, each with where and why."""

from typing import NamedTuple

from tests.journey.inboxes import changed, example

ORDER, JSON_ORDER = "orders/LK-26-0417.xml", "orders/S-2026-11.json"
DESPATCH, STATEMENT = "despatch-advices/DA-26-0101.xml", "statements/2026-04.xml"
CUSTOMERS, PRODUCTS = "customers.csv", "products.json"

PRICE = "/Order/cac:OrderLine[1]/cac:LineItem/cac:Price/cbc:PriceAmount"
ENTRY = "/Document/BkToCstmrStmt/Stmt/Ntry[6]"
LONG = "9" * 400
PRECISE = "0." + "1" * 30


class Bad(NamedTuple):
    """A document that cannot be taken in: its name in the inbox, its bytes, how its place begins, and the code."""

    file: str
    data: bytes
    place: str
    code: str


def another(name: str, old: str = "", new: str = "") -> bytes:
    """A document of the example under an id of its own, with a text replaced."""
    data = changed(name, old, new) if old else example(name)
    for id in ("LK-26-0417", "S-2026-11", "DA-26-0101", "<Id>2026-04<"):
        data = data.replace(id.encode(), id.replace("26", "99").encode())
    return data


def price(written: str) -> bytes:
    return another(ORDER, '"EUR">14.90<', f'"EUR">{written}<')


def json_price(written: str) -> bytes:
    return another(JSON_ORDER, '"quantity": "4"', f'"quantity": "4", "price": {written}')


def booked(written: str, currency: str = "EUR") -> bytes:
    return another(STATEMENT, 'Amt Ccy="EUR">150.00<', f'Amt Ccy="{currency}">{written}<')


def customer(written: str) -> bytes:
    """A file with one customer more, whose credit limit is written like this."""
    header = example(CUSTOMERS).decode().splitlines()[0].split(",")
    facts = {"id": "C2000", "name": "New", "country": "DE", "currency": "EUR", "credit_limit": written}
    return (",".join(header) + "\n" + ",".join(facts.get(name, "") for name in header) + "\n").encode()


AMOUNTS = [
    Bad("nan.xml", price("NaN"), f"line 106 {PRICE}", "NUMBER_NOT_FINITE"),
    Bad("nan.json", json_price('"NaN"'), "line 10 /order/lines/0/price", "NUMBER_NOT_FINITE"),
    Bad("nan-bare.json", json_price("NaN"), "line 10 /order/lines/0/price", "JSON_NOT_FINITE"),
    Bad("nan.csv", customer("NaN"), "line 2 column credit_limit", "NUMBER_NOT_FINITE"),
    Bad("nan-statement.xml", booked("NaN"), f"line 313 {ENTRY}/Amt", "NUMBER_NOT_FINITE"),
    Bad("infinite.xml", price("INF"), f"line 106 {PRICE}", "NUMBER_NOT_FINITE"),
    Bad("infinite.json", json_price('"Infinity"'), "line 10 /order/lines/0/price", "NUMBER_NOT_FINITE"),
    Bad("infinite-bare.json", json_price("1e999"), "line 10 /order/lines/0/price", "TEXT_EXPECTED"),
    Bad("long.xml", price(LONG), f"line 106 {PRICE}", "NUMBER_TOO_LONG"),
    Bad("long.json", json_price(f'"{LONG}"'), "line 10 /order/lines/0/price", "NUMBER_TOO_LONG"),
    Bad("long-bare.json", json_price(LONG), "line 10 /order/lines/0/price", "JSON_NUMBER_TOO_LONG"),
    Bad("long.csv", customer(LONG), "line 2 column credit_limit", "NUMBER_TOO_LONG"),
    Bad("long-statement.xml", booked(LONG), f"line 313 {ENTRY}/Amt", "NUMBER_TOO_LONG"),
    Bad("negative-zero.xml", price("-0.00"), f"line 106 {PRICE}", "NUMBER_NEGATIVE_ZERO"),
    Bad("negative-zero.json", json_price('"-0.00"'), "line 10 /order/lines/0/price", "NUMBER_NEGATIVE_ZERO"),
    Bad("negative-zero.csv", customer("-0"), "line 2 column credit_limit", "NUMBER_NEGATIVE_ZERO"),
    Bad("negative-zero-statement.xml", booked("-0.00"), f"line 313 {ENTRY}/Amt", "NUMBER_NEGATIVE_ZERO"),
]
CURRENCIES = [
    Bad("currency.xml", another(ORDER, "EUR", "XQQ"), "line 11 /Order/cbc:DocumentCurrencyCode", "CURRENCY_UNKNOWN"),
    Bad("currency.json", another(JSON_ORDER, '"EUR"', '"XQQ"'), "line 6 /order/currency", "CURRENCY_UNKNOWN"),
    Bad("currency-statement.xml", booked("150.00", "XQQ"), f"line 313 {ENTRY}/Amt", "CURRENCY_UNKNOWN"),
]
QUANTITIES = [
    Bad(
        "precise.xml",
        another(ORDER, '"XBX">60<', f'"XBX">{PRECISE}<'),
        "line 103 /Order/cac:OrderLine[1]/cac:LineItem/cbc:Quantity",
        "QUANTITY_TOO_PRECISE",
    ),
    Bad(
        "precise.json",
        another(JSON_ORDER, '"quantity": "4"', f'"quantity": "{PRECISE}"'),
        "line 10 /order/lines/0/quantity",
        "QUANTITY_TOO_PRECISE",
    ),
    Bad(
        "precise-despatch.xml",
        another(DESPATCH, '"XBX">60<', f'"XBX">{PRECISE}<'),
        "line 66 /DespatchAdvice/cac:DespatchLine[1]/cbc:DeliveredQuantity",
        "QUANTITY_TOO_PRECISE",
    ),
]
DUPLICATES = [
    Bad("z-again.xml", changed(ORDER, '"XBX">60<', '"XBX">61<'), "/Order", "DUPLICATE_ID"),
    Bad("z-again.json", changed(JSON_ORDER, '"quantity": "4"', '"quantity": "5"'), "line 2", "DUPLICATE_ID"),
    Bad("z-despatch.xml", changed(DESPATCH, '"XBX">60<', '"XBX">59<'), "/DespatchAdvice", "DUPLICATE_ID"),
    Bad(
        "z-statement.xml", changed(STATEMENT, "Vielen Dank", "Danke"), "/Document/BkToCstmrStmt/Stmt[1]", "DUPLICATE_ID"
    ),
    Bad("z-seller.json", changed("seller.json", "Hamburg", "Bremen"), "/seller", "SELLER_TWICE"),
]
FILES = [
    Bad("huge.xml", example(ORDER).replace(b"Adult size", b"x" * (50 * 2**20)), "", "XML_TOO_LARGE"),
    Bad(
        "bomb.xml",
        b'<?xml version="1.0"?>\n<!DOCTYPE o [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<Order>&b;</Order>',
        "line 2 column 1",
        "XML_DOCTYPE",
    ),
    Bad("truncated.xml", another(ORDER)[:3000], "line 73 column", "XML_MALFORMED"),
    Bad("truncated.json", another(JSON_ORDER)[:200], "line 12", "JSON_SYNTAX"),
    Bad("truncated.csv", customer("1.00")[:-20], "line 2", "CSV_CELLS"),
    Bad("latin.xml", another(ORDER).replace("ü".encode(), b"\xfc"), "line 73 column 26", "XML_ENCODING"),
    Bad("latin.csv", customer("1.00").replace(b"New", b"N\xe9w"), "line 2", "ENCODING_NOT_UTF8"),
    Bad("wide.json", another(JSON_ORDER).decode().encode("utf-16"), "", "ENCODING_NOT_UTF8"),
    Bad("notes.txt", b"Call Mr. Reuter", "", "KIND_UNKNOWN"),
    Bad("page.xml", b"<html/>", "", "KIND_UNKNOWN"),
    Bad("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "line 1", "ENCODING_NOT_UTF8"),
    Bad("empty.xml", b"", "", "DOCUMENT_EMPTY"),
]
STATEMENTS = [
    Bad(
        "unbalanced.xml",
        another(STATEMENT, ">18240.55<", ">18240.54<"),
        "line 8 /Document/BkToCstmrStmt/Stmt",
        "STATEMENT_BALANCE",
    ),
    Bad("batch.xml", another(STATEMENT).replace(b">150.00<", b">150.01<", 1), f"line 312 {ENTRY}", "BATCH_SUM"),
]
REFUSED = [
    Bad("stranger.json", another(JSON_ORDER, "C1005", "C9999"), "line 2", "CUSTOMER_UNKNOWN"),
    Bad(
        "unordered.xml",
        another(DESPATCH, "<cbc:ID>LK-26-0417<", "<cbc:ID>LK-00-0000<"),
        "/DespatchAdvice",
        "ORDER_UNKNOWN",
    ),
    Bad("shipped-twice.xml", changed(DESPATCH, "DA-26-0101", "DA-99-0101"), "/DespatchAdvice", "ORDER_NOT_CONFIRMED"),
]

ALL = [*AMOUNTS, *CURRENCIES, *QUANTITIES, *DUPLICATES, *FILES, *STATEMENTS, *REFUSED]
