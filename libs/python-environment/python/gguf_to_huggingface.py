"""Turns a GGUF file into a Hugging Face folder: python gguf_to_huggingface.py MODEL.gguf FOLDER

Writes model.safetensors (bfloat16), config.json, generation_config.json, tokenizer.json and tokenizer_config.json. Knows the
architectures llama (SmolLM2, Llama, Mistral) and qwen2.
"""

import argparse
from pathlib import Path

from gguf import GGUFReader

from gguf_tokenizer import write_tokenizer
from gguf_weights import write_weights
from json_files import write_json

MODEL_CLASSES = {"llama": "LlamaForCausalLM", "qwen2": "Qwen2ForCausalLM"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gguf", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    reader = GGUFReader(arguments.gguf)
    metadata = {name: field.contents() for name, field in reader.fields.items()}
    architecture = metadata["general.architecture"]
    if architecture not in MODEL_CLASSES:
        raise SystemExit(f"The GGUF has the architecture {architecture!r}; known are {', '.join(MODEL_CLASSES)}. Use the Hugging Face folder instead.")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(metadata, arguments.folder)
    write_weights(reader.tensors, metadata, arguments.folder / "model.safetensors")
    tied = all(tensor.name != "output.weight" for tensor in reader.tensors)
    write_json(arguments.folder / "config.json", model_config(metadata, tied))
    write_json(arguments.folder / "generation_config.json", special_tokens(metadata))


def model_config(metadata: dict, tied: bool) -> dict:
    architecture = metadata["general.architecture"]

    def value(key: str):
        return metadata[f"{architecture}.{key}"]

    heads = value("attention.head_count")
    config = {
        "architectures": [MODEL_CLASSES[architecture]],
        "model_type": architecture,
        "vocab_size": len(metadata["tokenizer.ggml.tokens"]),
        "hidden_size": value("embedding_length"),
        "intermediate_size": value("feed_forward_length"),
        "num_hidden_layers": value("block_count"),
        "num_attention_heads": heads,
        "num_key_value_heads": metadata.get(f"{architecture}.attention.head_count_kv", heads),
        "max_position_embeddings": value("context_length"),
        "rms_norm_eps": round(value("attention.layer_norm_rms_epsilon"), 9),
        "rope_theta": metadata.get(f"{architecture}.rope.freq_base", 10000.0),
        "hidden_act": "silu",
        "tie_word_embeddings": tied,
        "torch_dtype": "bfloat16",
    }
    head_size = metadata.get(f"{architecture}.attention.key_length")
    return {**config, **({} if head_size is None else {"head_dim": head_size}), **special_tokens(metadata)}


def special_tokens(metadata: dict) -> dict:
    names = {"bos_token_id": "bos", "eos_token_id": "eos", "pad_token_id": "padding"}
    found = {name: metadata.get(f"tokenizer.ggml.{key}_token_id") for name, key in names.items()}
    return {name: index for name, index in found.items() if index is not None}


if __name__ == "__main__":
    main()
