"""Weights of bfloat16 that are stepped in float32 go where those of float32 go."""

import unittest

import torch

from master_weights import MasterAdamW

SETTINGS = {"lr": 1e-4, "weight_decay": 0.0}


def weight(dtype: torch.dtype) -> torch.nn.Parameter:
    return torch.nn.Parameter(torch.full((4,), 0.5, dtype=dtype))


def train(weights: torch.nn.Parameter, optimizer: torch.optim.Optimizer, steps: int = 200) -> torch.Tensor:
    for _ in range(steps):
        optimizer.zero_grad()
        weights.sum().backward()
        optimizer.step()
    return weights.detach().float()


class MasterWeights(unittest.TestCase):
    def test_small_steps_are_not_lost(self):
        exact = train(single := weight(torch.float32), torch.optim.AdamW([single], **SETTINGS))
        kept = train(half := weight(torch.bfloat16), MasterAdamW([half], **SETTINGS))
        lost = train(half := weight(torch.bfloat16), torch.optim.AdamW([half], **SETTINGS))
        self.assertTrue(torch.allclose(kept, exact, atol=2e-3), kept)
        self.assertTrue(torch.all(lost == 0.5), "AdamW alone would do, so that this optimizer is not needed")

    def test_float32_is_stepped_as_by_adamw(self):
        one, other = weight(torch.float32), weight(torch.float32)
        self.assertTrue(torch.equal(train(one, MasterAdamW([one], **SETTINGS)), train(other, torch.optim.AdamW([other], **SETTINGS))))

    def test_takes_what_was_loaded_after_it_was_made_and_follows_a_schedule(self):
        loaded = weight(torch.bfloat16)
        optimizer = MasterAdamW([loaded, frozen := torch.nn.Parameter(torch.ones(1), requires_grad=False)], **SETTINGS)
        with torch.no_grad():
            loaded.fill_(2.0)
        optimizer.param_groups[0]["lr"] = 0.25
        train(loaded, optimizer, steps=1)
        self.assertTrue(torch.allclose(loaded.float(), torch.full((4,), 1.75)))
        self.assertEqual(frozen.item(), 1.0)


if __name__ == "__main__":
    unittest.main()
