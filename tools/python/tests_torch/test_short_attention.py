"""Attention by plain products of matrices gives litgpt's own outputs and gradients."""

import unittest
from functools import partial
from unittest.mock import patch

import torch
from litgpt.lora import GPT, Config
from litgpt.model import CausalSelfAttention

import short_attention
from installed import installed

quick = partial(installed, short_attention, (CausalSelfAttention, "scaled_dot_product_attention"))
TOKENS = torch.randint(0, 50, (3, 20), generator=torch.Generator().manual_seed(1))
SETTINGS = {"n_layer": 2, "n_embd": 32, "vocab_size": 50, "padded_vocab_size": 64, "block_size": 600, "norm_class_name": "RMSNorm", "mlp_class_name": "LLaMAMLP", "intermediate_size": 24}
HEADS = {
    "a key for every head": {"n_head": 4, "n_query_groups": 4},
    "grouped heads": {"n_head": 4, "n_query_groups": 2},
    "one key for all": {"n_head": 4, "n_query_groups": 1},
    "scores of another scale": {"n_head": 2, "n_query_groups": 1, "attention_scores_scalar": 3},
}


def run(heads: dict, tokens: torch.Tensor = TOKENS, dtype: torch.dtype = torch.float32) -> dict[str, torch.Tensor]:
    """The logits and every gradient of a model."""
    torch.manual_seed(2)
    model = GPT(Config(**SETTINGS, **heads)).to(dtype)
    logits = model(tokens)
    logits.float().square().sum().backward()
    return {"logits": logits, **{name: weight.grad for name, weight in model.named_parameters()}}


class ShortAttention(unittest.TestCase):
    def test_gives_the_outputs_and_gradients_of_litgpt(self):
        for name, heads in HEADS.items():
            with self.subTest(name):
                expected = run(heads)
                self.assertGreater(expected["transformer.h.0.attn.qkv.linear.weight"].abs().max().item(), 1e-4)
                with quick(), patch.object(short_attention.ShortAttention, "apply", wraps=short_attention.ShortAttention.apply) as applied:
                    torch.testing.assert_close(run(heads), expected, rtol=1e-4, atol=1e-4)
                self.assertEqual(applied.call_count, SETTINGS["n_layer"])

    def test_keeps_to_the_precision_of_the_weights(self):
        with quick():
            logits = run(HEADS["grouped heads"], dtype=torch.bfloat16)["logits"]
        self.assertEqual(logits.dtype, torch.bfloat16)
        torch.testing.assert_close(logits.float(), run(HEADS["grouped heads"])["logits"], rtol=0.05, atol=0.05)

    def test_leaves_long_rows_to_litgpt(self):
        row = torch.zeros(1, short_attention.LONGEST + 1, dtype=torch.int64)
        expected = run(HEADS["grouped heads"], row)["logits"]
        with quick():
            self.assertTrue(torch.equal(run(HEADS["grouped heads"], row)["logits"], expected))


if __name__ == "__main__":
    unittest.main()
