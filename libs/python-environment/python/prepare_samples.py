"""Counts the tokens of rendered samples and leaves out those that are too long:

python prepare_samples.py CHECKPOINT IN OUT --max-length N --batch-size B [--bucket T] [--most-tokens T]

Reads train.json and val.json of the folder IN, writes those that fit into the folder OUT, and prints one line of JSON: how many samples
were kept and left out, their tokens without and with padding and those that are labelled, the batches of an epoch and the versions in use.
"""

import argparse
import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from litgpt.data import SFTDataset
from litgpt.prompts import Default
from litgpt.tokenizer import Tokenizer

from json_files import read_json, write_json
from labelled_logits import IGNORED
from length_batches import LengthBatches


class Size(NamedTuple):
    tokens: int
    labelled: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--max-length", type=int, required=True)
    parser.add_argument("--batch-size", type=int, required=True)
    parser.add_argument("--bucket", type=int, help="tokens to a multiple of which batches of like length are padded; without it batches are mixed")
    parser.add_argument("--most-tokens", type=int, help="what such a batch may hold, padding included")
    arguments = parser.parse_args()
    tokenizer = Tokenizer(arguments.checkpoint)
    kept, left_out = keep_fitting("train.json", tokenizer, arguments)
    _, validation_left_out = keep_fitting("val.json", tokenizer, arguments)
    print(json.dumps(report(kept, left_out, validation_left_out, arguments)))


def keep_fitting(name: str, tokenizer: Tokenizer, arguments: argparse.Namespace) -> tuple[list[Size], int]:
    """Writes the samples that fit; the sizes of these, and how many do not."""
    samples = read_json(arguments.source / name)
    sizes = [Size(len(encoded["labels"]), int((encoded["labels"] != IGNORED).sum())) for encoded in SFTDataset(samples, tokenizer, Default(), ignore_index=IGNORED)]
    fits = [size.tokens <= arguments.max_length for size in sizes]
    write_json(arguments.target / name, [sample for sample, fit in zip(samples, fits) if fit])
    return [size for size, fit in zip(sizes, fits) if fit], fits.count(False)


def report(sizes: list[Size], left_out: int, validation_left_out: int, arguments: argparse.Namespace) -> dict:
    lengths = [size.tokens for size in sizes]
    batches = LengthBatches(lengths, arguments.batch_size, arguments.bucket, 0, arguments.most_tokens)
    return {
        "samples": len(lengths),
        "leftOut": left_out,
        "validationLeftOut": validation_left_out,
        "tokens": sum(lengths),
        "labelledTokens": sum(size.labelled for size in sizes),
        "paddedTokens": batches.padded_tokens(),
        "longest": max(lengths, default=0),
        "batches": len(batches),
        "versions": {"python": platform.python_version(), "torch": version("torch"), "litgpt": version("litgpt")},
    }


if __name__ == "__main__":
    main()
