"""For hosts: prove a store of your own, make values for Hypothesis, inject faults. Needs the extra `testing`."""

import pytest

pytest.register_assert_rewrite("otcore.testing.contract")

from otcore.testing.contract import StoreContract  # noqa: E402  # its assertions explain themselves once pytest knows them
from otcore.testing.contract.documents import DocumentStoreContract  # noqa: E402  # the same
from otcore.testing.contract.gateways import GatewayContract  # noqa: E402  # the same

__all__ = ["DocumentStoreContract", "GatewayContract", "StoreContract"]
