"""The yardstick of the training speed: the model, LoRA, optimizer and batches of a litgpt configuration in a bare PyTorch loop.

python bench_bare_loop.py CHECKPOINT --config litgpt.yaml    (in the folder from which the configuration's paths count)

The batches come from bench_turns.py, which times them.
"""

import argparse
from pathlib import Path

import torch
import yaml
from litgpt.lora import GPT
from litgpt.prompts import Default
from litgpt.tokenizer import Tokenizer

from bench_turns import TurnData
from length_grouped_data import IGNORED
from lora_model import load_model, trainable_weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--config", type=Path, required=True)
    arguments = parser.parse_args()
    settings = yaml.safe_load(arguments.config.read_text(encoding="utf-8"))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = load_model(arguments.checkpoint, settings, settings["precision"], device)
    optimizer = torch.optim.AdamW(trainable_weights(model), **settings["optimizer"]["init_args"])
    run(model, optimizer, load_batches(arguments.checkpoint, settings), settings["train"], device)


def load_batches(checkpoint: Path, settings: dict):
    arguments = settings["data"]["init_args"]
    kept = {name: arguments[name] for name in ("bucket", "most_tokens", "most_samples", "seed")}
    data = TurnData(Path(arguments["json_path"]), Default(), validate=False, plain=True, **kept)
    data.connect(Tokenizer(checkpoint), settings["train"]["micro_batch_size"])
    data.setup()
    return data.train_dataloader()


def run(model: GPT, optimizer: torch.optim.Optimizer, batches, train: dict, device: str) -> None:
    accumulation = train["global_batch_size"] // train["micro_batch_size"]
    for done, batch in enumerate(batches, 1):
        logits = model(batch["input_ids"].to(device))[:, :-1]
        labels = batch["labels"].to(device)[:, 1:]
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
        (loss / accumulation).backward()
        if done % accumulation == 0:
            optimizer.step()
            optimizer.zero_grad()
        loss.item()
        if done == train["max_steps"] * accumulation:
            return


if __name__ == "__main__":
    main()
