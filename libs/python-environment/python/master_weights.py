"""AdamW for weights of half precision: it adds to copies of them in float32, so that small steps are not rounded away.

A weight of bfloat16 has eight bits, so that a step below a 512th of it changes nothing; towards the end of a run, when the learning rate
goes to zero, most steps are smaller than that (Micikevicius et al., Mixed Precision Training, 2018).
"""

import torch


class MasterAdamW(torch.optim.AdamW):
    """The same arguments and groups; weights of float32 are stepped as AdamW does."""

    def __init__(self, params, **settings) -> None:
        # PyTorch's own loop over hundreds of small weights takes twice as long as stepping them in one call.
        super().__init__(params, **{"fused": True, **settings})
        self.masters: dict[torch.nn.Parameter, torch.nn.Parameter] = {}

    @torch.no_grad()
    def step(self, closure=None):
        weights = [group["params"] for group in self.param_groups]
        for group, own in zip(self.param_groups, weights):
            group["params"] = [self.master(weight) for weight in own if weight.grad is not None]
        try:
            loss = super().step(closure)
        finally:
            for group, own in zip(self.param_groups, weights):
                group["params"] = own
        for weight, master in self.masters.items():
            weight.copy_(master)
        return loss

    def master(self, weight: torch.nn.Parameter) -> torch.nn.Parameter:
        """The weight itself, or its copy with its gradient. Made at the first step, as litgpt loads a checkpoint after it has made the optimizer."""
        if weight.dtype == torch.float32:
            return weight
        copy = self.masters.get(weight)
        if copy is None:
            copy = self.masters[weight] = torch.nn.Parameter(weight.detach().float())
        copy.grad = weight.grad.float()
        return copy
