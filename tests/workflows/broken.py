"""A store whose n-th call fails."""

from typing import Any

from attrs import define, field

from otcore.ports.storage import Context, Store, UnitOfWork


@define
class Broken:
    """Raises `error` instead of doing call number `at` (from 0) on its units of work; `calls` counts them all."""

    inner: Store
    at: int
    error: Exception
    calls: int = field(default=0)

    def begin(self, context: Context, reading: bool = False) -> UnitOfWork:
        self.check()
        return _Breaking(self, self.inner.begin(context, reading))

    def check(self) -> None:
        self.calls += 1
        if self.calls == self.at + 1:
            raise self.error

    @property
    def failed(self) -> bool:
        return self.calls > self.at


class _Breaking:
    def __init__(self, store: Broken, unit: UnitOfWork) -> None:
        self._store = store
        self._unit = unit

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._unit, name)
        if name == "close":
            return call

        def checked(*arguments: Any) -> Any:
            self._store.check()
            return call(*arguments)

        return checked
