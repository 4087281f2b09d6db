"""Writes base models with random weights and litgpt checkpoints with random LoRA weights on them.

usage: tiny_checkpoint.py OUT
For each shape OUT/SHAPE gets base/ (a Hugging Face folder), checkpoint/ (what `litgpt finetune_lora` leaves as final/) and
merged.pth (the merged weights under their Hugging Face names). Shapes:
mistral  heads wider than n_embd / n_head, LoRA on every matrix
llama    a tied head, LoRA on query and value only
"""

import json
import sys
from pathlib import Path

import torch
import yaml
from litgpt import Config
from litgpt.lora import Config as LoraConfig
from litgpt.lora import GPT, lora_filter, merge_lora_weights
from litgpt.scripts.convert_lit_checkpoint import convert_lit_checkpoint
from litgpt.utils import save_config
from tokenizers import Tokenizer, decoders, models

TOKENS = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *"abcde"]
MODEL = {
    "name": "tiny", "hf_config": {}, "block_size": 256, "vocab_size": len(TOKENS), "padded_vocab_size": len(TOKENS), "n_layer": 2,
    "n_head": 4, "n_query_groups": 2, "n_embd": 64, "intermediate_size": 96, "rotary_percentage": 1.0, "parallel_residual": False,
    "bias": False, "norm_class_name": "RMSNorm", "mlp_class_name": "LLaMAMLP",
}
SHAPES = {
    "mistral": {"model": {"head_size": 32}, "targets": ["query", "key", "value", "projection", "mlp", "head"], "class": "MistralForCausalLM", "tied": False},
    "llama": {"model": {}, "targets": ["query", "value"], "class": "LlamaForCausalLM", "tied": True},
}


def write_tokenizer(folder: Path) -> None:
    tokenizer = Tokenizer(models.BPE(vocab={token: index for index, token in enumerate(TOKENS)}, merges=[], byte_fallback=True, unk_token="<unk>"))
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Fuse()])
    tokenizer.add_special_tokens(TOKENS[:3])
    tokenizer.save(str(folder / "tokenizer.json"))
    names = {"tokenizer_class": "PreTrainedTokenizerFast", "unk_token": "<unk>", "bos_token": "<s>", "eos_token": "</s>"}
    (folder / "tokenizer_config.json").write_text(json.dumps(names))


def write_hugging_face_config(config: Config, shape: dict, folder: Path) -> None:
    (folder / "config.json").write_text(json.dumps({
        "architectures": [shape["class"]], "model_type": shape["class"].removesuffix("ForCausalLM").lower(), "hidden_act": "silu",
        "vocab_size": config.padded_vocab_size, "hidden_size": config.n_embd, "intermediate_size": config.intermediate_size,
        "num_hidden_layers": config.n_layer, "num_attention_heads": config.n_head, "num_key_value_heads": config.n_query_groups,
        "head_dim": config.head_size, "max_position_embeddings": config.block_size, "rms_norm_eps": config.norm_eps,
        "rope_theta": config.rope_base, "tie_word_embeddings": shape["tied"], "bos_token_id": 1, "eos_token_id": 2,
    }))


def random_model(config: LoraConfig, tied: bool) -> GPT:
    torch.manual_seed(1)
    model = GPT(config)
    for name, parameter in model.named_parameters():
        torch.nn.init.normal_(parameter, std=0.1, mean=1.0 if "norm" in name or "ln_f" in name else 0.0)
    if tied:
        model.lm_head.linear.weight.data.copy_(model.transformer.wte.weight.data)
    return model


def plain_weights(model: GPT) -> dict:
    return {name.replace("linear.", ""): tensor.clone() for name, tensor in model.state_dict().items() if not lora_filter(name, tensor)}


def write_checkpoint(model: GPT, config: Config, lora: dict, folder: Path) -> None:
    torch.save({"model": {name: tensor for name, tensor in model.state_dict().items() if lora_filter(name, tensor)}}, folder / "lit_model.pth.lora")
    merge_lora_weights(model)
    torch.save(plain_weights(model), folder / "lit_model.pth")
    save_config(config, folder)
    (folder / "hyperparameters.yaml").write_text(yaml.safe_dump(lora))


def write_shape(shape: dict, out: Path) -> None:
    base, checkpoint, work = (out / name for name in ("base", "checkpoint", "work"))
    for folder in (base, checkpoint, work):
        folder.mkdir(parents=True)
    lora = {f"lora_{part}": part in shape["targets"] for part in ("query", "key", "value", "projection", "mlp", "head")}
    lora |= {"lora_r": 4, "lora_alpha": 16, "lora_dropout": 0.0}
    config = Config(**MODEL, **shape["model"])
    model = random_model(LoraConfig(**MODEL, **shape["model"], **lora), shape["tied"])
    torch.save(plain_weights(model), work / "lit_model.pth")
    save_config(config, work)
    convert_lit_checkpoint(work, work)
    (work / "model.pth").rename(base / "pytorch_model.bin")
    write_hugging_face_config(config, shape, base)
    write_tokenizer(base)
    write_checkpoint(model, config, lora, checkpoint)
    convert_lit_checkpoint(checkpoint, work)
    (work / "model.pth").rename(out / "merged.pth")


if __name__ == "__main__":
    for name, shape in SHAPES.items():
        write_shape(shape, Path(sys.argv[1]) / name)
