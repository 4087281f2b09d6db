"""Counts the tokens of rendered samples and leaves out those that are too long:

python prepare_samples.py CHECKPOINT IN OUT --max-length N --batch-size B [--bucket T]

Reads train.json and val.json of the folder IN, writes those that fit into the folder OUT, and prints one line of JSON: how many samples
were kept and left out, their tokens without and with padding, the batches of an epoch and the versions in use.
"""

import argparse
import json
import platform
from importlib.metadata import version
from pathlib import Path

from litgpt.data import SFTDataset
from litgpt.prompts import Default
from litgpt.tokenizer import Tokenizer

from json_files import read_json, write_json
from length_batches import LengthBatches


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--max-length", type=int, required=True)
    parser.add_argument("--batch-size", type=int, required=True)
    parser.add_argument("--bucket", type=int, help="tokens to a multiple of which batches of like length are padded; without it batches are mixed")
    arguments = parser.parse_args()
    tokenizer = Tokenizer(arguments.checkpoint)
    lengths, left_out = keep_fitting("train.json", tokenizer, arguments)
    _, validation_left_out = keep_fitting("val.json", tokenizer, arguments)
    print(json.dumps(report(lengths, left_out, validation_left_out, arguments)))


def keep_fitting(name: str, tokenizer: Tokenizer, arguments: argparse.Namespace) -> tuple[list[int], int]:
    """Writes the samples that fit; the lengths of these, and how many do not."""
    samples = read_json(arguments.source / name)
    lengths = [len(sample["input_ids"]) for sample in SFTDataset(samples, tokenizer, Default())]
    fits = [length <= arguments.max_length for length in lengths]
    write_json(arguments.target / name, [sample for sample, fit in zip(samples, fits) if fit])
    return [length for length, fit in zip(lengths, fits) if fit], fits.count(False)


def report(lengths: list[int], left_out: int, validation_left_out: int, arguments: argparse.Namespace) -> dict:
    batches = LengthBatches(lengths, arguments.batch_size, arguments.bucket, seed=0)
    return {
        "samples": len(lengths),
        "leftOut": left_out,
        "validationLeftOut": validation_left_out,
        "tokens": sum(lengths),
        "paddedTokens": batches.padded_tokens(),
        "longest": max(lengths, default=0),
        "batches": len(batches),
        "versions": {"python": platform.python_version(), "torch": version("torch"), "litgpt": version("litgpt")},
    }


if __name__ == "__main__":
    main()
