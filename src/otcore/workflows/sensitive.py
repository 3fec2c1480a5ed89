"""Every command that has an amount or makers, is called otherwise than its class, or goes on the audit trail."""

from collections.abc import Mapping
from typing import Any

from otcore.values.command import Command
from otcore.workflows import credit_permits, customer_checks, goods_checks, order_checks, stock_checks
from otcore.workflows.checks import Check

CHECKS: Mapping[type[Command[Any]], Check] = {
    **order_checks.CHECKS,
    **customer_checks.CHECKS,
    **credit_permits.CHECKS,
    **stock_checks.CHECKS,
    **goods_checks.CHECKS,
}

_ORDINARY = Check(sensitive=False)


def check_of(command: Command[Any]) -> Check:
    """How a command is asked about; one that is not in the table has neither amount nor makers."""
    return CHECKS.get(type(command), _ORDINARY)
