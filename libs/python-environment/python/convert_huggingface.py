"""Makes a complete Hugging Face folder of the weights that `litgpt convert_from_litgpt` wrote.

usage: convert_huggingface.py WEIGHTS BASE OUT
WEIGHTS  model.pth with Hugging Face names
BASE     the base model's Hugging Face folder: its configuration and tokenizer are taken over
OUT      the folder to write: configuration, tokenizer, safetensors
"""

import json
import shutil
import sys
from pathlib import Path

import torch
from huggingface_hub import split_torch_state_dict_into_shards
from safetensors.torch import save_file

WEIGHT_SUFFIXES = {".safetensors", ".bin", ".pth", ".pt", ".gguf"}
HEAD = "lm_head.weight"
EMBEDDING = "model.embed_tokens.weight"


def copy_configuration(base: Path, out: Path) -> None:
    for file in base.iterdir():
        if file.is_file() and file.suffix not in WEIGHT_SUFFIXES and not file.name.endswith(".index.json"):
            shutil.copyfile(file, out / file.name)


def untie_if_trained(state: dict[str, torch.Tensor], config: dict) -> tuple[dict[str, torch.Tensor], dict]:
    """A tied head is the embedding itself and is not stored; one that was trained apart from it is no longer tied."""
    if not config.get("tie_word_embeddings") or HEAD not in state:
        return state, config
    if torch.equal(state[HEAD], state[EMBEDDING]):
        return {name: tensor for name, tensor in state.items() if name != HEAD}, config
    return state, {**config, "tie_word_embeddings": False}


def save_in_parts(state: dict[str, torch.Tensor], out: Path) -> None:
    """Writes safetensors of 2 GB at most, so that a 7B model needs no more memory than one of them."""
    parts = split_torch_state_dict_into_shards(state, max_shard_size="2GB")
    for name, tensors in parts.filename_to_tensors.items():
        # litgpt's query, key and value are views into one tensor; safetensors wants each on its own.
        save_file({tensor: state[tensor].clone() for tensor in tensors}, out / name, metadata={"format": "pt"})
    if parts.is_sharded:
        index = {"metadata": parts.metadata, "weight_map": parts.tensor_to_filename}
        (out / "model.safetensors.index.json").write_text(json.dumps(index, indent=2), encoding="utf-8")


def main(weights: Path, base: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    copy_configuration(base, out)
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    state = torch.load(weights, map_location="cpu", mmap=True, weights_only=True)
    state, config = untie_if_trained(state, config)
    (out / "config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")
    save_in_parts(state, out)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
