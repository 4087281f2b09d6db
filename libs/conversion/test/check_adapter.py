"""Checks a PEFT folder against the weights themselves: base + B·A·alpha/r must be what litgpt merged, for every matrix.

usage: check_adapter.py BASE MERGED PEFT
BASE, MERGED  files of weights under their Hugging Face names, before and after litgpt merged its LoRA weights
PEFT          the folder of the adapter
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file


def main(base_file: str, merged_file: str, peft: Path) -> None:
    base, merged = (torch.load(file, weights_only=True) for file in (base_file, merged_file))
    config = json.loads((peft / "adapter_config.json").read_text())
    adapter = load_file(peft / "adapter_model.safetensors")
    for name, weight in base.items():
        stem = f"base_model.model.{name.removesuffix('.weight')}"
        a, b = (adapter.pop(f"{stem}.lora_{matrix}.weight", None) for matrix in "AB")
        delta = torch.zeros_like(weight) if a is None else b @ a * (config["lora_alpha"] / config["r"])
        torch.testing.assert_close(weight + delta, merged[name], msg=lambda text, name=name: f"{name}: {text}")
    if adapter:
        raise SystemExit(f"no weights belong to {sorted(adapter)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
