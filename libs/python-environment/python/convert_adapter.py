"""Turns the LoRA weights of a litgpt checkpoint into a PEFT adapter folder.

usage: convert_adapter.py CHECKPOINT BASE OUT
CHECKPOINT  litgpt's final/ folder: lit_model.pth.lora, model_config.yaml, hyperparameters.yaml
BASE        the base model's Hugging Face folder; only its config.json is read
OUT         the folder to write: adapter_config.json, adapter_model.safetensors

litgpt keeps query, key and value in one matrix pair: A holds `rank` rows for each of them that was trained, in this order; B holds
head_size * n_head rows for query and head_size * n_query_groups rows each for key and value. PEFT keeps a pair for each.
"""

import json
import re
import sys
from pathlib import Path

import torch
import yaml
from safetensors.torch import save_file

MODULES = {
    "attn.proj": "self_attn.o_proj",
    "mlp.fc_1": "mlp.gate_proj",
    "mlp.fc_2": "mlp.up_proj",
    "mlp.proj": "mlp.down_proj",
}
LAYER = re.compile(r"^transformer\.h\.(\d+)\.(.+)\.lora_([AB])$")
SUPPORTED_MLP = {"LLaMAMLP"}


def split_qkv(tensor: torch.Tensor, matrix: str, config: dict, hyperparameters: dict) -> dict[str, torch.Tensor]:
    """Query, key and value parts of a joint A or B matrix; only those that LoRA was enabled for."""
    head_size = config.get("head_size") or config["n_embd"] // config["n_head"]
    rows = {"q": head_size * config["n_head"], "k": head_size * config["n_query_groups"], "v": head_size * config["n_query_groups"]}
    enabled = [part for part, flag in (("q", "lora_query"), ("k", "lora_key"), ("v", "lora_value")) if hyperparameters[flag]]
    sizes = [hyperparameters["lora_r"] if matrix == "A" else rows[part] for part in enabled]
    return {f"self_attn.{part}_proj": piece for part, piece in zip(enabled, tensor.split(sizes), strict=True)}


def to_peft(state: dict[str, torch.Tensor], config: dict, hyperparameters: dict) -> dict[str, torch.Tensor]:
    """Names and splits litgpt's LoRA weights as PEFT does for the Llama family (Llama, Mistral, Qwen 2, SmolLM2)."""
    if config["mlp_class_name"] not in SUPPORTED_MLP:
        raise SystemExit(f"error: an adapter for layers of the class {config['mlp_class_name']} cannot be converted; ask for the merged form only")
    tensors = {}
    for name, tensor in state.items():
        if name in ("lm_head.lora_A", "lm_head.lora_B"):
            tensors[f"base_model.model.{name}.weight"] = tensor
            continue
        match = LAYER.match(name)
        if match is None:
            raise SystemExit(f"error: unknown LoRA tensor {name}")
        layer, module, matrix = match.groups()
        parts = split_qkv(tensor, matrix, config, hyperparameters) if module == "attn.qkv" else {MODULES[module]: tensor}
        for part, piece in parts.items():
            tensors[f"base_model.model.model.layers.{layer}.{part}.lora_{matrix}.weight"] = piece
    return tensors


def adapter_config(tensors: dict[str, torch.Tensor], hyperparameters: dict) -> dict:
    modules = sorted({name.rsplit(".", 3)[1] for name in tensors})
    return {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "r": hyperparameters["lora_r"],
        "lora_alpha": hyperparameters["lora_alpha"],
        "lora_dropout": hyperparameters["lora_dropout"],
        "target_modules": modules,
        "bias": "none",
    }


def refuse_tied_head(base: Path, hyperparameters: dict) -> None:
    tied = json.loads((base / "config.json").read_text(encoding="utf-8")).get("tie_word_embeddings")
    if tied and hyperparameters["lora_head"]:
        raise SystemExit("error: this model's head is its embedding, and an adapter cannot change one without the other; train without the LoRA target 'head', or ask for the merged form only")


def main(checkpoint: Path, base: Path, out: Path) -> None:
    config = yaml.safe_load((checkpoint / "model_config.yaml").read_text(encoding="utf-8"))
    hyperparameters = yaml.safe_load((checkpoint / "hyperparameters.yaml").read_text(encoding="utf-8"))
    refuse_tied_head(base, hyperparameters)
    state = torch.load(checkpoint / "lit_model.pth.lora", map_location="cpu", weights_only=True)["model"]
    tensors = to_peft(state, config, hyperparameters)
    out.mkdir(parents=True, exist_ok=True)
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, out / "adapter_model.safetensors")
    (out / "adapter_config.json").write_text(json.dumps(adapter_config(tensors, hyperparameters), indent=2), encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
