"""Asks a checkpoint, through litgpt or through Hugging Face transformers, what the parity check compares.

usage: probe_model.py ENGINE CHECKPOINT TOKENIZER REQUEST OUT
ENGINE      litgpt or huggingface
CHECKPOINT  a litgpt checkpoint folder, or a Hugging Face folder
TOKENIZER   the folder that holds the tokenizer that the model was trained with; litgpt reads from its name how a text begins
REQUEST     JSON {"prompts": [text], "stop": [text], "maxTokens": n, "positions": n, "teacher": [[token id]] or null}
OUT         folder; gets probe.json {"vocabulary", "answers": [{"ids", "reply", "text", "positions"}]} and log_probabilities.f32: for each prompt the natural
            logarithms of the next-token distribution at its first positions, following the teacher's reply, or its own where there is none
"""

import sys
from pathlib import Path

import torch
from json_files import read_json, write_json


class LitgptEngine:
    """A checkpoint as litgpt itself reads it after training."""

    def __init__(self, folder: Path, tokenizer: Path):
        from litgpt import GPT, Config, Tokenizer

        self.tokenizer = Tokenizer(tokenizer)
        self.config = Config.from_file(folder / "model_config.yaml")
        self.model = GPT(self.config).to(torch.float32).eval()
        state = torch.load(folder / "lit_model.pth", map_location="cpu", mmap=True, weights_only=True)
        self.model.load_state_dict({name: tensor.float() for name, tensor in state.get("model", state).items()})
        self.vocabulary = self.config.vocab_size

    def encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(text).tolist()

    def decode(self, ids: list[int]) -> str:
        return self.tokenizer.decode(torch.tensor(ids)) if ids else ""

    def end(self) -> int | None:
        return self.tokenizer.eos_id

    def logits(self, ids: list[int]) -> torch.Tensor:
        return self.model(torch.tensor([ids]))[0]


class HuggingFaceEngine:
    """A folder as transformers reads it."""

    def __init__(self, folder: Path, tokenizer: Path):
        from transformers import AutoModelForCausalLM, AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(tokenizer)
        self.model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
        self.vocabulary = self.model.config.vocab_size

    def encode(self, text: str) -> list[int]:
        return self.tokenizer(text)["input_ids"]

    def decode(self, ids: list[int]) -> str:
        return self.tokenizer.decode(ids, skip_special_tokens=False)

    def end(self) -> int | None:
        return self.tokenizer.eos_token_id

    def logits(self, ids: list[int]) -> torch.Tensor:
        return self.model(torch.tensor([ids])).logits[0]


ENGINES = {"litgpt": LitgptEngine, "huggingface": HuggingFaceEngine}


def complete(engine, ids: list[int], stop: list[str], max_tokens: int) -> tuple[list[int], str]:
    """The greedy continuation up to a stop text or the end token, both left out."""
    reply: list[int] = []
    for _ in range(max_tokens):
        token = int(engine.logits(ids + reply)[-1].argmax())
        if token == engine.end():
            break
        text = engine.decode([*reply, token])
        ends = [text.index(mark) for mark in stop if mark in text]
        if ends:
            return reply, text[: min(ends)]
        reply.append(token)
    return reply, engine.decode(reply)


def main(name: str, checkpoint: Path, tokenizer: Path, request: dict, out: Path) -> None:
    engine = ENGINES[name](checkpoint, tokenizer)
    answers = []
    with (out / "log_probabilities.f32").open("wb") as file, torch.inference_mode():
        for index, prompt in enumerate(request["prompts"]):
            ids = engine.encode(prompt)
            reply, text = complete(engine, ids, request["stop"], request["maxTokens"])
            followed = (request["teacher"][index] if request["teacher"] else reply)[: request["positions"] - 1]
            positions = len(followed) + 1
            logits = engine.logits(ids + followed)[-positions:, : engine.vocabulary]
            file.write(torch.log_softmax(logits.float(), dim=-1).contiguous().numpy().tobytes())
            answers.append({"ids": ids, "reply": reply, "text": text, "positions": positions})
            print(f"{index + 1}/{len(request['prompts'])}", flush=True)
    write_json(out / "probe.json", {"vocabulary": engine.vocabulary, "answers": answers})


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), read_json(sys.argv[4]), Path(sys.argv[5]))
