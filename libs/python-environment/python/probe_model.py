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

    def start(self, ids: list[int], room: int) -> torch.Tensor:
        self.model.set_kv_cache(batch_size=1, max_seq_length=len(ids) + room)
        self.read = 0
        return self.go_on(ids)

    def go_on(self, ids: list[int]) -> torch.Tensor:
        places = torch.arange(self.read, self.read + len(ids))
        self.read += len(ids)
        return self.model(torch.tensor([ids]), places, self.read)[0]


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

    def start(self, ids: list[int], room: int) -> torch.Tensor:
        self.past = None
        return self.go_on(ids)

    def go_on(self, ids: list[int]) -> torch.Tensor:
        output = self.model(torch.tensor([ids]), past_key_values=self.past, use_cache=True)
        self.past = output.past_key_values
        return output.logits[0]


ENGINES = {"litgpt": LitgptEngine, "huggingface": HuggingFaceEngine}


def complete(engine, ids: list[int], draft: list[int], stop: list[str], max_tokens: int) -> tuple[list[int], str]:
    """The greedy continuation up to a stop text or the end token, both left out.

    The draft is what it may well be, such as the reply of the model that this one was made from: it is read at once, and kept as far as it is what this
    model would have said itself. What follows is written a token at a time.
    """
    reply: list[int] = []
    scores = engine.start(ids + draft, max_tokens)[len(ids) - 1 :]
    for _ in range(max_tokens):
        token = int(scores[0].argmax())
        if token == engine.end():
            break
        text = engine.decode([*reply, token])
        ends = [text.index(mark) for mark in stop if mark in text]
        if ends:
            return reply, text[: min(ends)]
        reply.append(token)
        if len(scores) == 1:
            scores = engine.go_on([token])
        elif token == draft[len(reply) - 1]:
            scores = scores[1:]
        else:
            scores = engine.start(ids + reply, max_tokens)[-1:]
    return reply, engine.decode(reply)


def main(name: str, checkpoint: Path, tokenizer: Path, request: dict, out: Path) -> None:
    engine = ENGINES[name](checkpoint, tokenizer)
    answers = []
    with (out / "log_probabilities.f32").open("wb") as file, torch.inference_mode():
        for index, prompt in enumerate(request["prompts"]):
            ids = engine.encode(prompt)
            teacher = request["teacher"][index] if request["teacher"] else None
            reply, text = complete(engine, ids, teacher or [], request["stop"], request["maxTokens"])
            followed = (reply if teacher is None else teacher)[: request["positions"] - 1]
            positions = len(followed) + 1
            logits = engine.logits(ids + followed)[-positions:, : engine.vocabulary]
            file.write(torch.log_softmax(logits.float(), dim=-1).contiguous().numpy().tobytes())
            answers.append({"ids": ids, "reply": reply, "text": text, "positions": positions})
            print(f"{index + 1}/{len(request['prompts'])}", flush=True)
    write_json(out / "probe.json", {"vocabulary": engine.vocabulary, "answers": answers})


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), read_json(sys.argv[4]), Path(sys.argv[5]))
