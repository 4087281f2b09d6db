"""The loss of litgpt's LoRA recipe from the logits of labelled tokens alone.

The recipe multiplies every token of a batch with the whole vocabulary; the loss then leaves out what is prompt or padding, over half of them in
samples of a question and its statement. Here the model of the recipe hands out hidden states in place of logits while it trains, and the loss
picks the labelled ones before they go through the head. Loss and gradients are the same (tools/python/tests_torch).
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from litgpt.finetune import lora as recipe
from litgpt.lora import GPT, Config
from litgpt.utils import chunked_cross_entropy
from torch.nn.functional import cross_entropy

IGNORED = -100


class HeadlessGPT(GPT):
    """litgpt's model, whose head stands aside where the recipe asks for logits in chunks: that is, for the loss of a training step."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        LabelledLoss.model = self

    def forward(self, *arguments, lm_head_chunk_size: int = 0, **named) -> torch.Tensor | list[torch.Tensor]:
        if lm_head_chunk_size == 0 or caps_logits(self):
            return super().forward(*arguments, lm_head_chunk_size=lm_head_chunk_size, **named)
        with head_aside(self):
            return [super().forward(*arguments, **named)]


def caps_logits(model: GPT) -> bool:
    """Logits that are bent after the head (Gemma 2) are left to litgpt."""
    return model.config.final_logit_softcapping is not None


@contextmanager
def head_aside(model: GPT) -> Iterator[None]:
    head = model.lm_head
    model.lm_head = torch.nn.Identity()
    try:
        yield
    finally:
        model.lm_head = head


class LabelledLoss:
    """Stands in the place of the recipe's chunked_cross_entropy, which is not told the model."""

    model: HeadlessGPT

    def __call__(self, outputs: torch.Tensor | list[torch.Tensor], targets: torch.Tensor, **named) -> torch.Tensor:
        if not isinstance(outputs, list) or caps_logits(self.model):
            return chunked_cross_entropy(outputs, targets, **named)
        (hidden,) = outputs
        return labelled_loss(self.model.lm_head, hidden, targets, self.model.transformer.ln_f.weight.dtype)


def labelled_loss(head: torch.nn.Module, hidden: torch.Tensor, targets: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
    """`hidden` (batch, tokens, width) and `targets` (batch, tokens), where IGNORED is no label; the mean over the labels."""
    labelled = targets != IGNORED
    # Lightning hands a model's output out as float32, whatever the precision of its weights.
    logits = head(hidden[labelled].to(dtype)).float()
    return cross_entropy(logits, targets[labelled], reduction="sum") / labelled.sum().clamp(min=1)


def install() -> None:
    """Makes litgpt's LoRA recipe train this way."""
    recipe.GPT = HeadlessGPT
    recipe.chunked_cross_entropy = LabelledLoss()
