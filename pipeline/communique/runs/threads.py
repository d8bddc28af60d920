"""How many threads the numerical libraries of a process use. Nothing heavy is imported here."""

from __future__ import annotations

import os

#: What numerical libraries read when they are imported.
VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def use_one_thread() -> None:
    """Let libraries that are imported later use one thread, unless the user says more.

    A document's matrices are small: more threads wait for each other more than they multiply.
    """
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
