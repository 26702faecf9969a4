"""Many customers: progress by a plain function, an end from anywhere, also from asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from ._native import insurant as _native

# Customers that cross at once, so that no buffer grows without bound.
_CHUNK = 4096


class _Listener(_native.ProgressListener):  # type: ignore[misc]
    """Calls a function, and keeps what it raises: not every exception survives the crossing."""

    def __init__(self, progress: Callable[[str, int, int], object]) -> None:
        self.progress = progress
        self.raised: BaseException | None = None

    def at(self, what: str, done: int, total: int) -> bool:
        try:
            return self.progress(what, done, total) is not False
        except BaseException as raised:
            self.raised = raised
            return False


def assess_all(
    self: Any,
    customers: Iterable[Any],
    *,
    threads: int = 1,
    progress: Callable[[str, int, int], object] | None = None,
    cancellation: Any = None,
) -> list[Any]:
    """Decides on customers, in their order, on up to so many threads (1 to 1,024).

    A customer whose facts cannot be used stops nobody else: it is undecided with the cause
    REJECTED_ROW, and `problems` says why. `progress(what, done, total)` is called some twenty times a
    second on this thread; when it returns False the call ends with InsurantError.Cancelled, and what
    it raises is raised here. `cancellation` ends the call from any other thread.
    """
    known = list(customers)
    answers: list[Any] = []
    # Nobody at all is one empty chunk, so that wrong arguments are told all the same.
    for start in range(0, max(len(known), 1), _CHUNK):

        def told(what: str, done: int, total: int, start: int = start) -> object:
            return None if progress is None else progress(what, start + done, len(known))

        listener = None if progress is None else _Listener(told)
        portfolio = self.portfolio(known[start : start + _CHUNK])
        try:
            answers += portfolio.assess_all(threads, listener, cancellation)
        except _native.InsurantError:
            if listener is not None and listener.raised is not None:
                raise listener.raised from None
            raise
    return answers


async def assess_all_async(
    self: Any,
    customers: Iterable[Any],
    *,
    threads: int = 1,
    progress: Callable[[str, int, int], object] | None = None,
) -> list[Any]:
    """As assess_all, on a thread of its own; cancelling the task ends the work."""
    cancellation = _native.Cancellation()

    def work() -> list[Any]:
        return assess_all(
            self, customers, threads=threads, progress=progress, cancellation=cancellation
        )

    task = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        cancellation.cancel()
        # The library is still at work on this thread's behalf until it notices.
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()
        raise
