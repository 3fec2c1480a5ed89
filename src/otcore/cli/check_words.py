"""The rules of a check in a few words each."""

from otcore.invoicing.checking.breakdown import RATED, RULE_NAMES

_CATEGORIES = {
    "S": "standard rated",
    "AF": "Canary Islands tax (IGIC)",
    "AG": "tax of Ceuta and Melilla (IPSI)",
    "Z": "zero rated",
    "E": "exempt",
    "AE": "reverse charge",
    "IC": "intra-community supply",
    "G": "export",
    "O": "not subject to VAT",
}

_AMOUNTS = {
    "01": "allowance of the document",
    "02": "base of an allowance of the document",
    "05": "charge of the document",
    "06": "base of a charge of the document",
    "09": "sum of the lines",
    "10": "sum of the allowances",
    "11": "sum of the charges",
    "12": "total without VAT",
    "13": "total of VAT",
    "14": "total with VAT",
    "15": "total of VAT in the tax currency",
    "16": "prepaid amount",
    "17": "rounding amount",
    "18": "amount due",
    "19": "taxable amount",
    "20": "VAT of a category",
    "23": "net amount of a line",
    "24": "allowance of a line",
    "25": "base of an allowance of a line",
    "27": "charge of a line",
    "28": "base of a charge of a line",
}

_MISSING = {
    "BR-05": "invoice currency",
    "BR-12": "sum of the lines",
    "BR-13": "total without VAT",
    "BR-14": "total with VAT",
    "BR-15": "amount due",
    "BR-16": "every line",
    "BR-22": "quantity of a line",
    "BR-24": "net amount of a line",
    "BR-26": "price of a line",
    "BR-31": "amount of an allowance",
    "BR-36": "amount of a charge",
    "BR-41": "amount of an allowance of a line",
    "BR-43": "amount of a charge of a line",
    "BR-45": "taxable amount of a category",
    "BR-46": "VAT of a category",
    "BR-48": "VAT rate of a category",
    "BR-53": "total of VAT in the tax currency",
    "BR-DEX-11": "amount of a payment for a third party",
}

_SINGLE = {
    "BR-CO-10": "sum of the lines = their net amounts",
    "BR-CO-11": "sum of the allowances = allowances of the document",
    "BR-CO-12": "sum of the charges = charges of the document",
    "BR-CO-13": "total without VAT = lines - allowances + charges",
    "BR-CO-14": "total of VAT = VAT of the categories",
    "BR-CO-15": "total with VAT = total without VAT + VAT",
    "BR-CO-16": "amount due = total with VAT - prepaid + rounding",
    "BR-CO-17": "VAT of a category = taxable amount x rate of VAT (none without one)",
    "BR-DEX-02": "net amount of a line = its sub lines",
    "BR-DEX-09": "amount due = total with VAT - prepaid + rounding + payments for third parties",
    "BR-DEX-13": "payment for a third party: at most two decimals",
    "BR-27": "the net price of a line is not negative",
    "BR-28": "the gross price of a line is not negative",
    "BT-116": "taxable amount of a category = its lines - allowances + charges",
    "PEPPOL-EN16931-R040": "amount of an allowance or charge = base x percentage",
    "PEPPOL-EN16931-R041": "a percentage has a base",
    "PEPPOL-EN16931-R042": "a base has a percentage",
    "PEPPOL-EN16931-R046": "net price = gross price - discount",
    "PEPPOL-EN16931-R120": "net amount of a line = quantity x price / base quantity + charges - allowances",
    "PEPPOL-EN16931-R121": "the base quantity of a price is more than zero",
    "NUMBER_FORMAT": "this is no number",
    "NUMBER_TOO_LONG": "this number has too many digits",
    "XML_REPEATED": "this may stand only once; the first counts",
}

_DUE = "VAT = taxable amount x rate"
_NOT_DUE = "VAT is zero"

MEANING: dict[str, str] = {
    **_SINGLE,
    **{rule: f"{what} is missing" for rule, what in _MISSING.items()},
    **{f"BR-DEC-{number}": f"{what}: at most two decimals" for number, what in _AMOUNTS.items()},
}
"""What each rule says."""

for _name, _what in _CATEGORIES.items():
    _tax = _DUE if _name in RATED.values() else _NOT_DUE
    MEANING[f"BR-{_name}-01"] = f"{_what}: the VAT breakdown has it"
    MEANING[f"BR-{_name}-08"] = f"{_what}: taxable amount = lines - allowances + charges"
    MEANING[f"BR-{_name}-09"] = f"{_what}: {_tax}"
assert set(RULE_NAMES.values()) == set(_CATEGORIES)
