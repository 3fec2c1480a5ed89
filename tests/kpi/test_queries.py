from copy import copy

import pytest

from otcore.kpi.buckets import DUE_DATE_AGING
from otcore.kpi.dso import QUARTERLY_DSO
from otcore.kpi.queries import AskAging, AskCashReports, AskDso, AskKpiReport, AskOpenBalance
from otcore.values.command import Query
from tests.kpi.ledgers import TODAY


@pytest.mark.parametrize(
    "question",
    [
        AskAging(TODAY, "EUR"),
        AskDso(TODAY, "EUR"),
        AskKpiReport(TODAY),
        AskOpenBalance(TODAY, "EUR"),
        AskCashReports(TODAY),
    ],
)
def test_every_question_is_a_query_that_can_be_compared(question):
    assert isinstance(question, Query)
    assert question == copy(question)
    assert hash(question) == hash(copy(question))


def test_a_question_without_a_specification_asks_by_the_default():
    assert AskAging(TODAY, "EUR").spec == DUE_DATE_AGING
    assert AskDso(TODAY, "EUR").spec == QUARTERLY_DSO
    assert (AskKpiReport(TODAY).aging, AskKpiReport(TODAY).dso) == (DUE_DATE_AGING, QUARTERLY_DSO)
