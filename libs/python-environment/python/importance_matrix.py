"""Computes the importance matrix of a model over samples, as llama.cpp's llama-imatrix defines it.

usage: importance_matrix.py MODEL SAMPLES OUT
MODEL    a Hugging Face folder with its tokenizer
SAMPLES  JSON [{"prompt": text, "reply": text}], each text as the model is asked and as it shall answer
OUT      the file to write, in the GGUF format of llama-imatrix

A weight matrix W turns an input x into W·x. Where quantization moves the weight W[i, j] by e, it moves the output i by e·x[j]: the square of that, on average over
all tokens, is e² times the mean of x[j]². These means, one a column of each matrix, are the importance by which llama.cpp weighs the error of a weight. The file
holds their sums (`<tensor>.in_sum2`) and the number of tokens (`<tensor>.counts`). As in llama-imatrix, embedding and head are left out.
"""

import re
import sys
from pathlib import Path

import numpy
import torch
from gguf import GGUFType, GGUFWriter, Keys
from transformers import AutoModelForCausalLM, AutoTokenizer

from gguf_weights import NAMES
from json_files import read_json

LAYER = re.compile(r"^model\.layers\.(\d+)\.(.+)$")
GGUF_NAMES = {module: name for name, module in NAMES.items()}


class ImportanceMatrix:
    """Sums the squares of what goes into each linear layer."""

    def __init__(self, model: torch.nn.Module) -> None:
        self.sums: dict[str, torch.Tensor] = {}
        self.tokens = 0
        for module_name, module in model.named_modules():
            name = tensor_name(module_name)
            if isinstance(module, torch.nn.Linear) and name is not None:
                self.sums[name] = torch.zeros(module.in_features, dtype=torch.float64)
                module.register_forward_pre_hook(self.hook(name))

    def hook(self, name: str):
        def add(_module: torch.nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
            self.sums[name] += inputs[0].flatten(0, -2).double().square().sum(0).cpu()

        return add

    def save(self, out: Path, samples: int, source: str) -> None:
        writer = GGUFWriter(out, arch="imatrix")
        writer.add_type(GGUFType.IMATRIX)
        writer.add_array(Keys.IMatrix.DATASETS, [source])
        writer.add_uint32(Keys.IMatrix.CHUNK_COUNT, samples)
        writer.add_uint32(Keys.IMatrix.CHUNK_SIZE, self.tokens // samples)
        for name, sums in sorted(self.sums.items()):
            writer.add_tensor(f"{name}.in_sum2", sums.to(torch.float32).numpy()[None, :])
            writer.add_tensor(f"{name}.counts", numpy.array([[self.tokens]], dtype=numpy.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()


def tensor_name(module_name: str) -> str | None:
    """The name in a GGUF of a linear layer's weight; None for the head and whatever is in no layer."""
    match = LAYER.match(module_name)
    name = None if match is None else GGUF_NAMES.get(match[2])
    return None if name is None else f"blk.{match[1]}.{name}.weight"


def encode(tokenizer, sample: dict) -> list[int]:
    """Prompt, reply and end token one after the other, as in training."""
    return [*tokenizer(sample["prompt"])["input_ids"], *tokenizer(sample["reply"], add_special_tokens=False)["input_ids"], tokenizer.eos_token_id]


def main(folder: Path, samples: list[dict], source: str, out: Path) -> None:
    if not samples:
        raise SystemExit("error: there is no sample to compute the importance matrix from")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = AutoTokenizer.from_pretrained(folder)
    # Most processors are several times quicker with float32 than with the bfloat16 that the weights are kept in.
    model = AutoModelForCausalLM.from_pretrained(folder, dtype="auto" if device == "cuda" else torch.float32).to(device).eval()
    matrix = ImportanceMatrix(model)
    if not matrix.sums:
        raise SystemExit(f"error: no layer of {type(model).__name__} has a name that is known here; set quantize.importanceMatrix to \"none\"")
    with torch.inference_mode():
        for index, sample in enumerate(samples, 1):
            ids = encode(tokenizer, sample)
            model.model(torch.tensor([ids], device=device))
            matrix.tokens += len(ids)
            print(f"{index}/{len(samples)}", flush=True)
    matrix.save(out, len(samples), source)


if __name__ == "__main__":
    main(Path(sys.argv[1]), read_json(Path(sys.argv[2])), Path(sys.argv[2]).name, Path(sys.argv[3]))
