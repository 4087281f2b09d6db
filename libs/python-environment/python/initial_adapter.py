"""Puts the LoRA weights of a GGUF adapter into a copy of its base checkpoint, from which litgpt then goes on instead of from random ones:

python initial_adapter.py CHECKPOINT ADAPTER.gguf FOLDER --config litgpt.yaml

litgpt loads a checkpoint's weights by name into the model that already holds LoRA, so that theirs are taken up too. A smaller rank is
widened: new rows of A stay as random as litgpt makes them and new columns of B are zero, which changes nothing that the adapter says.
"""

import argparse
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
import yaml
from gguf import GGUFReader
from gguf.quants import dequantize
from litgpt.lora import Config

from gguf_weights import in_huggingface_order
from lora_model import load_model

WEIGHTS = "lit_model.pth"
MODULES = {"attn_output": "attn.proj", "ffn_gate": "mlp.fc_1", "ffn_up": "mlp.fc_2", "ffn_down": "mlp.proj"}
TENSOR = re.compile(r"(blk\.\d+\.\w+\.weight)\.lora_([ab])")


@dataclass(frozen=True)
class Slot:
    """Where litgpt keeps the pair of matrices of one GGUF tensor: rows of A and of B in a joint matrix for query, key and value."""

    tensor: str
    module: str
    first_a: int = 0
    first_b: int = 0
    rows_b: int | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("adapter", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--config", type=Path, required=True)
    arguments = parser.parse_args()
    settings = yaml.safe_load(arguments.config.read_text(encoding="utf-8"))
    model = load_model(arguments.checkpoint, settings, "32-true", "cpu")
    state = {name: weight for name, weight in model.state_dict().items() if ".lora_" in name}
    fill(state, read_adapter(arguments.adapter, settings), list(slots(model.config, settings)), model.config)
    write_checkpoint(arguments.checkpoint, arguments.folder, state)


def slots(config: Config, settings: dict) -> Iterator[Slot]:
    sizes = {"query": config.head_size * config.n_head, "key": config.head_size * config.n_query_groups, "value": config.head_size * config.n_query_groups}
    enabled = [part for part in sizes if settings[f"lora_{part}"]]
    for layer in range(config.n_layer):
        for index, part in enumerate(enabled):
            first_b = sum(sizes[before] for before in enabled[:index])
            yield Slot(f"blk.{layer}.attn_{part[0]}.weight", f"transformer.h.{layer}.attn.qkv", settings["lora_r"] * index, first_b, sizes[part])
        for tensor, module in MODULES.items():
            yield Slot(f"blk.{layer}.{tensor}.weight", f"transformer.h.{layer}.{module}")


def read_adapter(file: Path, settings: dict) -> dict[str, dict[str, torch.Tensor]]:
    """Both matrices by the name of the tensor that they change; B bears the difference between the adapter's scaling and the run's."""
    reader = GGUFReader(file)
    weights: dict[str, dict[str, torch.Tensor]] = {}
    for tensor in reader.tensors:
        match = TENSOR.fullmatch(tensor.name)
        if match is None:
            raise SystemExit(f"error: the adapter has a tensor that is not known here: {tensor.name}")
        weights.setdefault(match[1], {})[match[2]] = torch.tensor(dequantize(tensor.data, tensor.tensor_type))
    alpha = reader.get_field("adapter.lora.alpha").contents()
    for pair in weights.values():
        rank = pair["a"].shape[0]
        if rank > settings["lora_r"]:
            raise SystemExit(f"error: the adapter has rank {rank}, this run {settings['lora_r']}; raise train.hyperparameters.loraRank")
        pair["b"] *= (alpha / rank) / (settings["lora_alpha"] / settings["lora_r"])
    return weights


def fill(state: dict[str, torch.Tensor], adapter: dict[str, dict[str, torch.Tensor]], places: list[Slot], config: Config) -> None:
    unknown = sorted(set(adapter) - {place.tensor for place in places if f"{place.module}.lora_A" in state})
    if unknown:
        raise SystemExit(f"error: the adapter changes {unknown[0]}, which this run does not train; set train.hyperparameters.loraTargets")
    heads = {"general.architecture": "llama", "llama.attention.head_count": config.n_head, "llama.attention.head_count_kv": config.n_query_groups}
    for place in places:
        if place.tensor not in adapter:
            continue
        a, b = adapter[place.tensor]["a"], adapter[place.tensor]["b"]
        state[f"{place.module}.lora_A"][place.first_a : place.first_a + a.shape[0]] = a
        target = state[f"{place.module}.lora_B"]
        rows = target[place.first_b : None if place.rows_b is None else place.first_b + place.rows_b]
        rows.zero_()
        rows[:, : b.shape[1]] = in_huggingface_order(place.tensor, b, heads)


def write_checkpoint(checkpoint: Path, folder: Path, state: dict[str, torch.Tensor]) -> None:
    folder.mkdir(parents=True)
    for file in checkpoint.iterdir():
        if file.name != WEIGHTS:
            os.symlink(file.resolve(), folder / file.name)
    weights = torch.load(checkpoint / WEIGHTS, mmap=True)
    torch.save({**weights, **{name: weight.to(torch.float32) for name, weight in state.items()}}, folder / WEIGHTS)


if __name__ == "__main__":
    main()
