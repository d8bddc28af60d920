"""How far a training in PyTorch has come: its rate at each step, and a file from which it goes on.

Needs ``communique[teacher]`` (PyTorch).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn


@dataclass(frozen=True)
class Progress:
    """What is trained, by what, and at which rate."""

    model: nn.Module
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR

    def resume(self, checkpoint: Path | None, device: str) -> int:
        """Take in what ``checkpoint`` holds, where it is there; return the epoch to go on with."""
        if checkpoint is None or not checkpoint.exists():
            return 0
        state: dict[str, Any] = torch.load(checkpoint, map_location=device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        return int(state["epoch"])

    def save(self, checkpoint: Path | None, epoch: int) -> None:
        """Write, whole or not at all, all that the epoch after ``epoch`` goes on from."""
        if checkpoint is None:
            return
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "epoch": epoch + 1,
        }
        partial = checkpoint.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(checkpoint)


def warmed(
    optimizer: torch.optim.Optimizer, steps: int, warm: int
) -> torch.optim.lr_scheduler.LambdaLR:
    """Return a rate that rises for ``warm`` steps and falls to nothing at ``steps``, both linearly."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm)))
    )
