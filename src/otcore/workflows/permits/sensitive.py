"""Every command that has an amount or makers, is called otherwise than its class, or goes on the audit trail."""

from collections.abc import Mapping
from typing import Any

from otcore.values.command import Command
from otcore.workflows.permits import credit as credit_permits
from otcore.workflows.permits import customers as customer_checks
from otcore.workflows.permits import goods as goods_checks
from otcore.workflows.permits import invoices as invoice_checks
from otcore.workflows.permits import money as money_checks
from otcore.workflows.permits import orders as order_checks
from otcore.workflows.permits import payments as payment_checks
from otcore.workflows.permits import stock as stock_checks
from otcore.workflows.permits.questions import Check

CHECKS: Mapping[type[Command[Any]], Check] = {
    **order_checks.CHECKS,
    **customer_checks.CHECKS,
    **credit_permits.CHECKS,
    **stock_checks.CHECKS,
    **goods_checks.CHECKS,
    **invoice_checks.CHECKS,
    **payment_checks.CHECKS,
    **money_checks.CHECKS,
}

_ORDINARY = Check(sensitive=False)


def check_of(command: Command[Any]) -> Check:
    """How a command is asked about; one that is not in the table has neither amount nor makers."""
    return CHECKS.get(type(command), _ORDINARY)
