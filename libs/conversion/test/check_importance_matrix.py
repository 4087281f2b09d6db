"""Checks an importance matrix against what can be told of it without running the model.

usage: check_importance_matrix.py MODEL SAMPLES MATRIX
MODEL    a folder of tiny_checkpoint.py
SAMPLES  JSON [{"prompt": text, "reply": text}]
MATRIX   the file that importance_matrix.py wrote

What goes into the first layer's query, key and value is the normalized embedding of each token. Matrices that are multiplied with the same input have the same
importance.
"""

import json
import sys
from pathlib import Path

import torch
from gguf import GGUFReader
from tokenizers import Tokenizer

END = 2


def expected_first_input(model: Path, samples: list[dict]) -> tuple[torch.Tensor, int]:
    tokenizer = Tokenizer.from_file(str(model / "base/tokenizer.json"))
    weights = torch.load(model / "merged.pth", weights_only=True)
    epsilon = json.loads((model / "base/config.json").read_text())["rms_norm_eps"]
    ids = [token for sample in samples for text in (sample["prompt"], sample["reply"], None) for token in ([END] if text is None else tokenizer.encode(text).ids)]
    embedded = weights["model.embed_tokens.weight"].double()[torch.tensor(ids)]
    normalized = embedded * torch.rsqrt(embedded.square().mean(-1, keepdim=True) + epsilon) * weights["model.layers.0.input_layernorm.weight"].double()
    return normalized.square().sum(0), len(ids)


def main(model: Path, samples: list[dict], matrix: Path) -> None:
    tensors = {tensor.name: torch.tensor(tensor.data.reshape(-1).astype("float64")) for tensor in GGUFReader(matrix).tensors}
    layers = json.loads((model / "base/config.json").read_text())["num_hidden_layers"]
    names = {f"blk.{layer}.{part}.weight" for layer in range(layers) for part in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")}
    assert set(tensors) == {f"{name}.{kind}" for name in names for kind in ("in_sum2", "counts")}, sorted(tensors)
    sums, tokens = expected_first_input(model, samples)
    torch.testing.assert_close(tensors["blk.0.attn_q.weight.in_sum2"], sums, rtol=1e-4, atol=1e-4)
    assert all(tensors[f"{name}.counts"].tolist() == [tokens] for name in names), tokens
    for layer in range(layers):
        for first, other in (("attn_q", "attn_k"), ("attn_q", "attn_v"), ("ffn_gate", "ffn_up")):
            assert torch.equal(tensors[f"blk.{layer}.{first}.weight.in_sum2"], tensors[f"blk.{layer}.{other}.weight.in_sum2"])
    assert not torch.equal(tensors["blk.0.attn_q.weight.in_sum2"], tensors["blk.1.attn_q.weight.in_sum2"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text()), Path(sys.argv[3]))
