"""Mandates of customers, and what time alone does to them."""

from datetime import UTC, datetime

import pytest

from otcore.payments.direct_debit.mandate_commands import AmendMandate, CancelMandate, SignMandate
from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from otcore.ports.errors import NotFound
from tests.orders.examples import DAY
from tests.payments.direct_debit.examples import OTHER_IBAN
from tests.workflows.books import refused
from tests.workflows.direct_debit.collector import collector, mandate, writes

LATE = datetime(2029, 3, 3, tzinfo=UTC)


def test_a_mandate_is_written_signed_amended_and_cancelled():
    ready = collector(signed=False)
    assert writes(ready, signed=None).status is MandateStatus.UNSIGNED
    assert ready.handle(SignMandate(mandate="M1", day=DAY)).status is MandateStatus.ACTIVE
    assert ready.handle(AmendMandate(mandate="M1", day=DAY, account=OTHER_IBAN)).account == OTHER_IBAN
    assert ready.handle(CancelMandate(mandate="M1", day=DAY, reason="asked")).status is MandateStatus.CANCELLED
    assert refused(ready, lambda: ready.handle(SignMandate(mandate="M1", day=DAY))).code == "MANDATE_STATUS"


def test_a_mandate_belongs_to_a_customer_that_is_there():
    ready = collector()
    with pytest.raises(NotFound):
        writes(ready, "M2", customer="C9")
    assert refused(ready, lambda: writes(ready)).code == "MANDATE_EXISTS"


def test_a_mandate_that_nobody_used_for_three_years_expires():
    ready = collector()
    ready.otc.tick(LATE.replace(day=2))
    assert mandate(ready).status is MandateStatus.ACTIVE
    ready.otc.tick(LATE)
    assert mandate(ready).status is MandateStatus.EXPIRED
    assert ready.otc.tick(LATE) == 0


def test_a_mandate_that_was_ended_meanwhile_does_not_expire():
    from otcore.workflows.direct_debit.mandates import expire
    from otcore.workflows.drivers import run
    from tests.workflows.desk import NOW

    ready = collector()
    ready.handle(CancelMandate(mandate="M1", day=DAY, reason="asked"))
    from otcore.app.sync import MAIN
    from otcore.ports.storage import Context

    context = Context(MAIN, "clock", NOW)
    assert run(lambda: expire("M1", LATE.date(), ready.house), lambda: ready.store.begin(context)) == 0


def test_a_house_without_direct_debit_looks_for_none():
    ready = collector(policy=None)
    ready.otc.tick(LATE)
    assert mandate(ready).status is MandateStatus.ACTIVE
