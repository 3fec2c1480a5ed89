"""Remittance advices as JSON: `{"remittance_advice": {...}}`, or several in `{"remittance_advices": [...]}`."""

from collections.abc import Iterator

from otcore.adapters.remittance.advice_file import AdviceFile
from otcore.payments.remittance_advice import RemittanceAdvice
from otcore.schemas.inbox.json_file import JsonFile, json_file
from otcore.schemas.inbox.reading import in_file, records_of
from otcore.schemas.models import json_schema
from otcore.values.faults import Fault, Invalid

_ONE, _MANY = "remittance_advice", "remittance_advices"
_BEGINNING = 200


def read_json_advices(data: bytes, source: str = "") -> AdviceFile:
    """The advices of a JSON file; the members are the fields of `RemittanceAdvice` (see `advice_schema`).

    Raises `Invalid` with every fault, its line and JSON pointer: the codes of `json_file`, of the strict models,
    ID_TWICE, and those of `RemittanceAdvice.check`.
    """
    many = f'"{_MANY}"'.encode() in data[:_BEGINNING]
    try:
        file = json_file(data, source, _MANY if many else _ONE, many)
    except Invalid as error:
        raise Invalid(*in_file(error, source)) from None
    read = records_of(file, RemittanceAdvice)
    faults = read.faults + tuple(_contradictions(file, [(raw.pointer, advice) for raw, advice in read.taken]))
    if faults:
        raise Invalid(*faults)
    return AdviceFile(tuple(advice for _, advice in read.taken))


def advice_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of one advice."""
    return json_schema(RemittanceAdvice)


def _contradictions(file: JsonFile, advices: list[tuple[str, RemittanceAdvice]]) -> Iterator[Fault]:
    for pointer, advice in advices:
        try:
            advice.check()
        except Invalid as error:
            yield from file.placed(error.at(pointer).faults)
