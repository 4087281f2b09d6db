"""Training on the logits of labelled tokens alone gives litgpt's own loss and gradients."""

import unittest
from dataclasses import replace
from functools import partial

import torch
from litgpt.finetune import lora as recipe
from litgpt.lora import GPT, Config, mark_only_lora_as_trainable

import labelled_logits
from installed import installed

quick = partial(installed, labelled_logits, (recipe, "GPT"), (recipe, "chunked_cross_entropy"))
CONFIG = Config(
    n_layer=2, n_head=2, n_embd=16, n_query_groups=1, vocab_size=50, padded_vocab_size=64, block_size=32, bias=False, norm_class_name="RMSNorm", mlp_class_name="LLaMAMLP",
    intermediate_size=24, lora_r=4, lora_alpha=8, lora_query=True, lora_key=True, lora_value=True, lora_projection=True, lora_mlp=True,
)  # fmt: skip
TOKENS = torch.randint(0, 50, (3, 20), generator=torch.Generator().manual_seed(1))


def labels() -> torch.Tensor:
    marked = TOKENS.clone()
    marked[:, :9] = -100
    marked[1, 15:] = -100
    return marked


def one_step(dtype: torch.dtype, targets: torch.Tensor, config: Config = CONFIG) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """The loss and the gradients of one step, as the recipe's `fit` makes them."""
    torch.manual_seed(3)
    model = recipe.GPT(config)
    for name, weight in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(weight, std=0.1)
    mark_only_lora_as_trainable(model)
    model.to(dtype)
    logits = model(TOKENS, lm_head_chunk_size=128)
    logits[-1] = logits[-1][..., :-1, :]
    loss = recipe.chunked_cross_entropy(logits, targets[..., 1:])
    loss.backward()
    return loss, {name: weight.grad for name, weight in model.named_parameters() if weight.requires_grad}


class LabelledLogits(unittest.TestCase):
    def test_give_the_loss_and_the_gradients_of_litgpt(self):
        for kind, config in {"a frozen head": CONFIG, "a head with LoRA": replace(CONFIG, lora_head=True)}.items():
            with self.subTest(kind):
                loss, gradients = one_step(torch.float32, labels(), config)
                with quick():
                    own_loss, own_gradients = one_step(torch.float32, labels(), config)
                torch.testing.assert_close(own_loss, loss)
                self.assertEqual(set(own_gradients), set(gradients))
                self.assertEqual(config.lora_head, any("lm_head" in name for name in gradients))
                self.assertTrue(any(gradient.abs().max() > 1e-4 for gradient in gradients.values()))
                for name, gradient in gradients.items():
                    torch.testing.assert_close(own_gradients[name], gradient, msg=name)

    def test_keep_to_the_precision_of_the_weights(self):
        with quick():
            loss, gradients = one_step(torch.bfloat16, labels())
        self.assertEqual({gradient.dtype for gradient in gradients.values()}, {torch.bfloat16})
        self.assertLess(abs(loss.item() - one_step(torch.float32, labels())[0].item()), 0.05)

    def test_have_no_loss_where_nothing_is_labelled(self):
        with quick():
            self.assertEqual(one_step(torch.float32, torch.full_like(TOKENS, -100))[0].item(), 0.0)

    def test_leave_validation_and_generation_to_litgpt(self):
        with quick():
            model = recipe.GPT(CONFIG)
            logits = model(TOKENS)
            self.assertEqual(logits.shape, (3, 20, 64))
            expected = torch.nn.functional.cross_entropy(logits[:, :-1].flatten(0, 1), labels()[:, 1:].flatten())
            torch.testing.assert_close(recipe.chunked_cross_entropy(logits[..., :-1, :], labels()[..., 1:], chunk_size=0), expected)
        self.assertIsInstance(model, GPT)


if __name__ == "__main__":
    unittest.main()
