"""One face for bank files of every format."""

from collections.abc import Callable, Mapping

from otcore.adapters.statements.bai2 import read_bai2
from otcore.adapters.statements.camt import read_camt
from otcore.adapters.statements.csv import CsvMapping, read_csv
from otcore.adapters.statements.mt940 import read_mt940
from otcore.adapters.statements.ofx import read_ofx
from otcore.adapters.statements.recognising import StatementFormat, format_of
from otcore.adapters.xml.place import place
from otcore.payments.statement import BankStatement
from otcore.values import Invalid

_READERS: Mapping[StatementFormat, Callable[..., tuple[BankStatement, ...]]] = {
    StatementFormat.CAMT: read_camt,
    StatementFormat.MT940: read_mt940,
    StatementFormat.BAI2: read_bai2,
    StatementFormat.OFX: read_ofx,
}


def read_statements(
    data: bytes,
    source: str = "",
    *,
    kind: StatementFormat | str | None = None,
    mapping: CsvMapping | None = None,
    check: bool = True,
) -> tuple[BankStatement, ...]:
    """The statements, reports, notifications or listings of a bank file.

    `kind`: the format, where it is known; else it is told by the content, and a `mapping` says that it is CSV.
    `source` names the file in faults. Without `check` what does not add up is returned as it is.

    Raises `Invalid` FORMAT_UNKNOWN when the content looks like none, or it is CSV and there is no mapping; and the
    codes of `read_camt053`, `read_mt940`, `read_bai2`, `read_ofx`, `read_csv`.
    """
    found = _format(kind, source) if kind else (StatementFormat.CSV if mapping else format_of(data))
    if found is StatementFormat.CSV and mapping is not None:
        return read_csv(data, mapping, source, check=check)
    if found is None or found is StatementFormat.CSV:
        what = "a CSV file needs a mapping of its columns" if found else "this is no bank file that is known"
        raise Invalid.one("FORMAT_UNKNOWN", what, place(source, 0))
    return _READERS[found](data, source, check=check)


def _format(kind: StatementFormat | str, source: str) -> StatementFormat:
    try:
        return StatementFormat(kind)
    except ValueError:
        names = ", ".join(StatementFormat)
        raise Invalid.one("FORMAT_UNKNOWN", f"{kind[:40]!a} is none of {names}", place(source, 0)) from None
