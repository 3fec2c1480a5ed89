"""What the `:86:` of a statement line says, structured or not, in the terms of a bank transaction."""

from collections.abc import Mapping
from functools import partial

from attrs import frozen

from otcore.adapters.statements.mt940.codes import sepa_codes, swift_codes
from otcore.adapters.statements.mt940.line import Line
from otcore.adapters.statements.mt940.returns import is_return, reason_of
from otcore.adapters.statements.mt940.subfields import Structured, structured_of
from otcore.adapters.statements.mt940.values import coded_money
from otcore.adapters.statements.words import kept_lines, plain, plain_lines
from otcore.payments.statement import Returned
from otcore.values import Money
from otcore.values.account import compact_account, iban_fault, looks_like_iban


@frozen
class Details:
    """`business`: the GVC, "" when the field is not structured. `reason`: of a return, as the bank codes it."""

    business: str = ""
    text: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    name: str = ""
    account: str = ""
    end_to_end: str = ""
    mandate: str = ""
    batch: str = ""
    original: Money | None = None
    charges: Money | None = None
    reason: str = ""

    def returned(self, line: Line) -> Returned | None:
        """Why the payment came back; None when it is no return."""
        if not line.reversal and not self.reason and not is_return(line.code, self.business):
            return None
        return Returned(reason_of(self.reason, " ".join(self.text)), "", self.end_to_end)


def details_of(lines: tuple[str, ...], line: Line) -> Details:
    """The details of a statement line; `lines` are those of its `:86:`."""
    structured = structured_of(lines)
    return _unstructured(lines, line) if structured is None else _structured(structured, line)


def _structured(field: Structured, line: Line) -> Details:
    codes = sepa_codes(field.broken_text)
    said = partial(_money, codes, currency=line.amount.currency)
    stated = field.part("34")
    returns = is_return(line.code, field.code) or line.reversal
    return Details(
        business=field.code,
        text=kept_lines(field.text),
        words=plain_lines([*field.rest, *line.details]),
        name=plain(field.name) or line.party,
        account=_account(field.part("38") or field.part("31") or codes.get("IBAN", "")),
        end_to_end=codes.get("EREF", "") or line.reference,
        mandate=codes.get("MREF", ""),
        batch=codes.get("KREF", ""),
        original=said("OAMT"),
        charges=said("COAM"),
        reason=plain(stated) if returns else "",
    )


def _unstructured(lines: tuple[str, ...], line: Line) -> Details:
    codes = {**swift_codes(("".join(line.details),)), **swift_codes(lines)}
    said = partial(_money, codes, currency=line.amount.currency)
    own = next((each for each in map(compact_account, line.details) if _is_iban(each)), "")
    return Details(
        text=plain_lines(lines),
        words=line.details,
        name=codes.get("NAME", "") or line.party,
        account=_account(codes.get("IBAN", "")) or own,
        end_to_end=codes.get("EREF", "") or line.reference,
        mandate=codes.get("MARF", ""),
        batch=codes.get("PREF", "") or codes.get("KREF", ""),
        original=said("OCMT"),
        charges=said("CHGS"),
        reason=codes.get("RTRN", ""),
    )


def _money(codes: Mapping[str, str], code: str, currency: str) -> Money | None:
    """An amount with its currency before it, or none: the statement's."""
    if code not in codes:
        return None
    text = codes[code].replace(" ", "").rstrip("/")
    amount = coded_money(text) or coded_money(currency + text)
    return amount or None


def _account(text: str) -> str:
    """An account without blanks; an IBAN as long as it is one, since texts run on behind it."""
    return compact_account(text)[:100]


def _is_iban(compact: str) -> bool:
    return looks_like_iban(compact) and not iban_fault(compact)
