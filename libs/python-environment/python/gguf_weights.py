"""Dequantizes the tensors of a GGUF and names them as Hugging Face does."""

import re
from pathlib import Path

import numpy
import torch
from gguf.quants import dequantize
from safetensors.torch import save_file

NAMES = {
    "token_embd": "model.embed_tokens",
    "output_norm": "model.norm",
    "output": "lm_head",
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}


def write_weights(tensors, metadata: dict, file: Path) -> None:
    weights = {}
    for tensor in tensors:
        name = huggingface_name(tensor.name)
        if name is None:
            continue
        values = in_huggingface_order(tensor.name, dequantize(tensor.data, tensor.tensor_type), metadata)
        weights[name] = torch.tensor(values, dtype=torch.bfloat16)
    save_file(weights, file, metadata={"format": "pt"})


def huggingface_name(name: str) -> str | None:
    """None for a tensor that Hugging Face computes itself, such as rope_freqs."""
    match = re.fullmatch(r"(?:blk\.(\d+)\.)?(\w+)\.(weight|bias)", name)
    if match is None or match[2] == "rope_freqs":
        return None
    if match[2] not in NAMES:
        raise SystemExit(f"The GGUF has a tensor of an unknown name: {name}")
    layer = "" if match[1] is None else f"model.layers.{match[1]}."
    return f"{layer}{NAMES[match[2]]}.{match[3]}"


def in_huggingface_order(name: str, values: numpy.ndarray, metadata: dict) -> numpy.ndarray:
    """GGUF's llama rotates neighbouring pairs of a head, Hugging Face its two halves: the rows of query and key change places."""
    heads = {"attn_q": "head_count", "attn_k": "head_count_kv"}.get(name.split(".")[-2])
    if heads is None or metadata["general.architecture"] != "llama":
        return values
    count = metadata.get(f"llama.attention.{heads}", metadata["llama.attention.head_count"])
    pairs = values.reshape(count, values.shape[0] // count // 2, 2, *values.shape[1:])
    return pairs.swapaxes(1, 2).reshape(values.shape)
