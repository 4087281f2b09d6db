"""Measures how this machine trains before a run of litgpt begins:

python probe_training.py CHECKPOINT --config litgpt.yaml --length TOKENS --labels TOKENS [--choose-precision]

Prints one line of JSON: the precision (the configuration's, or with --choose-precision the one that suits this machine) and the tokens a second of
a few steps over batches of samples of that length, padding included, whose last tokens are labelled. Weights change in memory only.
"""

import argparse
import json
import time
from pathlib import Path

import torch
import yaml

import quick_layers
from labelled_logits import IGNORED, head_aside, labelled_loss
from lora_model import DTYPES, load_model, trainable_weights
from master_weights import MasterAdamW

MATRIX = 768
MATRIX_ROUNDS = 5
# Weights of 16 bits lose small updates, so they have to be worth it.
WORTHWHILE_SPEEDUP = 1.3
WARM_UP_STEPS = 1
TIMED_STEPS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--length", type=int, required=True)
    parser.add_argument("--labels", type=int, required=True)
    parser.add_argument("--choose-precision", action="store_true")
    arguments = parser.parse_args()
    settings = yaml.safe_load(arguments.config.read_text(encoding="utf-8"))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    precision = choose_precision(device) if arguments.choose_precision else settings["precision"]
    speed = tokens_per_second(settings, precision, arguments, device)
    print(json.dumps({"precision": precision, "tokensPerSecond": round(speed, 1)}))


def choose_precision(device: str) -> str:
    """bfloat16 where the processor multiplies it much quicker than float32; one without such instructions is several times slower at it."""
    times = {name: multiplication_time(DTYPES[name], device) for name in ("bf16-true", "32-true")}
    return "bf16-true" if times["32-true"] > WORTHWHILE_SPEEDUP * times["bf16-true"] else "32-true"


def multiplication_time(dtype: torch.dtype, device: str) -> float:
    """Seconds of the quickest of some products of two matrices."""
    left, right = (torch.randn(MATRIX, MATRIX, device=device).to(dtype) for _ in range(2))
    return min(seconds(lambda: left @ right, device) for _ in range(MATRIX_ROUNDS))


def tokens_per_second(settings: dict, precision: str, arguments: argparse.Namespace, device: str) -> float:
    quick_layers.install()
    model = load_model(arguments.checkpoint, settings, precision, device)
    optimizer = MasterAdamW(trainable_weights(model), lr=0.0)
    batch = torch.randint(0, model.config.vocab_size, (settings["train"]["micro_batch_size"], arguments.length), device=device)
    targets = batch[:, 1:].masked_fill(torch.arange(1, arguments.length, device=device) < arguments.length - arguments.labels, IGNORED)

    def step() -> None:
        with head_aside(model):
            hidden = model(batch)[:, :-1]
        labelled_loss(model.lm_head, hidden, targets, DTYPES[precision]).backward()
        optimizer.step()
        optimizer.zero_grad()

    for _ in range(WARM_UP_STEPS):
        step()
    return batch.numel() * TIMED_STEPS / sum(seconds(step, device) for _ in range(TIMED_STEPS))


def seconds(work, device: str) -> float:
    start = time.perf_counter()
    work()
    if device == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
