"""The learning rate of litgpt's LoRA recipe in a run that may take so long and no longer.

The recipe warms up and then anneals along a cosine over the steps that were planned. On a machine that turns out slower than it was when its speed was
measured, such a run would end late, or be cut off at a high learning rate. Here the place on the cosine is that of the steps or that of the clock, whichever is
further: a run that falls behind takes fewer steps and is annealed all the same.
"""

import math
import time
from collections.abc import Callable

import torch
from litgpt.finetune import lora as recipe


def learning_rate_factor(step: int, elapsed: float, warmup_steps: int, max_steps: int, seconds: float) -> float:
    """What the learning rate is multiplied with at a step, `elapsed` seconds after the first."""
    if step < warmup_steps:
        return step / warmup_steps
    reached = max(step, elapsed / seconds * max_steps)
    done = min(1.0, (reached - warmup_steps) / (max_steps - warmup_steps))
    return (1 + math.cos(math.pi * max(0.0, done))) / 2


def install(seconds: float, clock: Callable[[], float] = time.perf_counter) -> None:
    """Makes litgpt's LoRA recipe anneal within so many seconds from the moment on at which it makes its schedule."""

    def get_lr_scheduler(optimizer: torch.optim.Optimizer, warmup_steps: int, max_steps: int) -> torch.optim.lr_scheduler.LRScheduler:
        began = clock()
        return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: learning_rate_factor(step, clock() - began, warmup_steps, max_steps, seconds))

    recipe.get_lr_scheduler = get_lr_scheduler
