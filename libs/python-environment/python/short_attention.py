"""Causal attention by plain products of matrices, for rows as short as a question and its statement.

PyTorch's flash attention on a processor is made for long rows: over 56 tokens its backward pass takes 3.6 ms a layer, this one 0.8 (docs/experiments.md). Outputs and
gradients are the same but for rounding (tools/python/tests_torch).
"""

import math

import torch
from litgpt.model import CausalSelfAttention

litgpt_attention = CausalSelfAttention.scaled_dot_product_attention
LONGEST = 512
"""Tokens: beyond, the scores of a row are more than flash attention takes pains to avoid."""


class ShortAttention(torch.autograd.Function):
    """`queries`, `keys` and `values` are (rows, tokens, width), a row for each head of each sample."""

    @staticmethod
    def forward(ctx, queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, scale: float) -> torch.Tensor:
        later = torch.full((queries.size(1), queries.size(1)), -math.inf).triu_(1)
        scores = torch.bmm(queries, keys.mT).float().mul_(scale).add_(later)
        weights = scores.softmax(-1).to(queries.dtype)
        ctx.save_for_backward(queries, keys, values, weights)
        ctx.scale = scale
        return torch.bmm(weights, values)

    @staticmethod
    def backward(ctx, gradient: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, None]:
        queries, keys, values, weights = ctx.saved_tensors
        of_weights = torch.bmm(gradient, values.mT).float()
        weights_32 = weights.float()
        # The derivative of softmax: w * (g - sum(w * g)).
        of_scores = of_weights.sub_((weights_32 * of_weights).sum(-1, keepdim=True)).mul_(weights_32).mul_(ctx.scale).to(queries.dtype)
        return torch.bmm(of_scores, keys), torch.bmm(of_scores.mT, queries), torch.bmm(weights.mT, gradient), None


def attention(self: CausalSelfAttention, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
    """`q` is (samples, heads, tokens, width), `k` and `v` too or with as many heads as there are groups; returns (samples, tokens, heads, width)."""
    if not is_short(self, q, mask):
        return litgpt_attention(self, q, k, v, mask)
    scale = self.mscale * self.mscale / math.sqrt(self.config.attention_scores_scalar or self.config.head_size)
    rows = [part.repeat_interleave(q.size(1) // part.size(1), dim=1).flatten(0, 1) for part in (q, k, v)]
    return ShortAttention.apply(*rows, scale).view(q.shape).transpose(1, 2)


def is_short(layer: CausalSelfAttention, q: torch.Tensor, mask: torch.Tensor | None) -> bool:
    """Whether a row sees all that came before it, on a processor, and its scores take little memory."""
    return mask is None and q.device.type == "cpu" and q.size(2) <= LONGEST and layer.config.attention_logit_softcapping is None


def install() -> None:
    """Makes every attention layer of this process work this way."""
    CausalSelfAttention.scaled_dot_product_attention = attention
