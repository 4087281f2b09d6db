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
from torch.nn.functional import cross_entropy, linear

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
    inputs = hidden[labelled].to(dtype)
    frozen = frozen_weight(head)
    total = cross_entropy(head(inputs).float(), targets[labelled], reduction="sum") if frozen is None else FrozenHeadLoss.apply(inputs, frozen, targets[labelled])
    return total / labelled.sum().clamp(min=1)


def frozen_weight(head: torch.nn.Module) -> torch.Tensor | None:
    """The weight (vocabulary, width) of a head that does nothing but multiply with it and is not trained."""
    layer = getattr(head, "linear", head)
    plain = type(layer) is torch.nn.Linear and layer.bias is None and not any(weight.requires_grad for weight in head.parameters())
    return layer.weight if plain else None


class FrozenHeadLoss(torch.autograd.Function):
    """The sum of the cross entropies of `inputs` (labels, width) times the weight. What a training step needs of it is its gradient by the inputs, which comes from the
    same pass over the logits: softmax minus one at the target, times the weight. Autograd would keep and pass over them four times more."""

    @staticmethod
    def forward(ctx, inputs: torch.Tensor, weight: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        logits = linear(inputs, weight)
        rows = torch.arange(targets.numel(), device=targets.device)
        highest = logits.amax(-1, keepdim=True).float()
        of_targets = logits[rows, targets].float()
        powers = logits.float().sub_(highest).exp_()
        sums = powers.sum(-1)
        # One at the target is taken off before the product, as the difference of two rounded products would lose what little is left to learn.
        powers[rows, targets] -= sums
        ctx.save_for_backward((powers.to(inputs.dtype) @ weight).float() / sums[:, None])
        ctx.dtype = inputs.dtype
        return (sums.log() + highest[:, 0] - of_targets).sum()

    @staticmethod
    def backward(ctx, gradient: torch.Tensor) -> tuple[torch.Tensor, None, None]:
        (of_inputs,) = ctx.saved_tensors
        return (of_inputs * gradient).to(ctx.dtype), None, None


def install() -> None:
    """Makes litgpt's LoRA recipe train this way."""
    recipe.GPT = HeadlessGPT
    recipe.chunked_cross_entropy = LabelledLoss()
