"""LoRA layers with fewer passes give litgpt's own outputs and gradients."""

import unittest
from functools import partial

import torch
from litgpt.lora import LoRALinear, LoRAQKVLinear

import fused_lora
from installed import installed

quick = partial(installed, fused_lora, (LoRALinear, "forward"), (LoRAQKVLinear, "forward"))
INPUTS = torch.randn(2, 5, 16, generator=torch.Generator().manual_seed(1))


def linear(**named) -> LoRALinear:
    return LoRALinear(16, 12, **{"r": 4, "lora_alpha": 8, "bias": False, **named})


def qkv(**named) -> LoRAQKVLinear:
    return LoRAQKVLinear(16, 32, **{"head_size": 8, "n_head": 2, "n_query_groups": 1, "r": 4, "lora_alpha": 8, "enable_lora": True, "bias": False, **named})


LAYERS = {
    "linear": linear, "a bias": lambda: linear(bias=True), "without LoRA": lambda: linear(r=0), "query, key and value": qkv,
    "query alone": lambda: qkv(enable_lora=[True, False, False]), "ungrouped": lambda: LoRAQKVLinear(16, 48, head_size=8, n_head=2, n_query_groups=2, r=4, lora_alpha=8, enable_lora=True),
}  # fmt: skip


def run(make) -> dict[str, torch.Tensor]:
    """The output and every gradient of a layer whose B is not zero."""
    torch.manual_seed(2)
    layer = make()
    if layer.r > 0:
        torch.nn.init.normal_(layer.lora_B)
    inputs = INPUTS.clone().requires_grad_()
    output = layer(inputs)
    output.square().sum().backward()
    return {"output": output, "inputs": inputs.grad, **{name: weight.grad for name, weight in layer.named_parameters()}}


class FusedLora(unittest.TestCase):
    def test_gives_the_outputs_and_gradients_of_litgpt(self):
        for name, make in LAYERS.items():
            with self.subTest(name):
                expected = run(make)
                with quick():
                    torch.testing.assert_close(run(make), expected)

    def test_leaves_dropout_and_merged_weights_to_litgpt(self):
        merged = linear()
        torch.nn.init.normal_(merged.lora_B)
        expected = merged(INPUTS)
        merged.merge()
        with quick():
            torch.testing.assert_close(merged(INPUTS), expected)
            torch.manual_seed(4)
            dropped = run(lambda: linear(lora_dropout=0.5))["output"]
        self.assertGreater((dropped - run(linear)["output"]).abs().max().item(), 0.01)


if __name__ == "__main__":
    unittest.main()
