"""litgpt's model with LoRA on a base checkpoint, outside litgpt's own training script."""

from pathlib import Path

import torch
from litgpt.lora import GPT, Config, mark_only_lora_as_trainable

DTYPES = {"bf16-true": torch.bfloat16, "16-true": torch.float16, "32-true": torch.float32}


def load_model(checkpoint: Path, settings: dict, precision: str, device: str) -> GPT:
    """`settings` is a litgpt configuration: its seed and what begins with lora_ count."""
    lora = {name: value for name, value in settings.items() if name.startswith("lora_")}
    torch.manual_seed(settings["seed"])
    model = GPT(Config.from_file(checkpoint / "model_config.yaml", **lora))
    mark_only_lora_as_trainable(model)
    model.load_state_dict(torch.load(checkpoint / "lit_model.pth", mmap=True), strict=False)
    return model.to(device=device, dtype=DTYPES[precision])


def trainable_weights(model: GPT) -> list[torch.nn.Parameter]:
    return [weight for weight in model.parameters() if weight.requires_grad]
