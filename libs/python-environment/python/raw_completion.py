"""Completes prompts with nothing but llama.cpp's own library, greedily: the yardstick for the time that decoding takes.

Each line of standard input is JSON {"prompt", "reply"}; it is answered by a line {"seconds", "tokens", "agreed"}. As many tokens as the reply has are
decoded and sampled one by one, and the token that would follow it is sampled too. Where llama.cpp would have chosen another token than the reply's, the reply's
is taken all the same, so that the work is that of exactly this reply; `agreed` counts the others.
"""

import argparse
import ctypes
import json
import sys
import time

import llama_cpp

LONGEST_PROMPT = 4096


class Completion:
    """A model in a context of its own, with or without a LoRA adapter over it."""

    def __init__(self, model: str, adapter: str | None, threads: int, context_tokens: int) -> None:
        llama_cpp.llama_backend_init()
        self.model = llama_cpp.llama_model_load_from_file(model.encode(), llama_cpp.llama_model_default_params())
        self.vocabulary = llama_cpp.llama_model_get_vocab(self.model)
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx, parameters.n_threads, parameters.n_threads_batch = context_tokens, threads, threads
        self.context = llama_cpp.llama_init_from_model(self.model, parameters)
        self.sampler = llama_cpp.llama_sampler_init_greedy()
        if adapter is not None:
            self.add_adapter(adapter)

    def add_adapter(self, file: str) -> None:
        adapters = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(llama_cpp.llama_adapter_lora_init(self.model, file.encode()))
        if llama_cpp.llama_set_adapters_lora(self.context, adapters, 1, (ctypes.c_float * 1)(1.0)) != 0:
            raise SystemExit(f"The adapter {file} cannot be used.")

    def tokenize(self, text: str, is_beginning: bool):
        data, tokens = text.encode(), (llama_cpp.llama_token * LONGEST_PROMPT)()
        count = llama_cpp.llama_tokenize(self.vocabulary, data, len(data), tokens, LONGEST_PROMPT, is_beginning, True)
        return (llama_cpp.llama_token * count)(*tokens[:count])

    def next_token(self, tokens) -> int:
        if llama_cpp.llama_decode(self.context, llama_cpp.llama_batch_get_one(tokens, len(tokens))) != 0:
            raise SystemExit("llama_decode failed.")
        return llama_cpp.llama_sampler_sample(self.sampler, self.context, -1)

    def complete(self, prompt: str, reply: str) -> dict:
        followed = self.tokenize(reply, False)
        start = time.perf_counter()
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self.context), False)
        chosen = self.next_token(self.tokenize(prompt, True))
        agreed = 0
        for token in followed:
            agreed += chosen == token
            chosen = self.next_token((llama_cpp.llama_token * 1)(token))
        return {"seconds": time.perf_counter() - start, "tokens": len(followed), "agreed": agreed}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--adapter")
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--context-tokens", type=int, required=True)
    return parser.parse_args()


@llama_cpp.llama_log_callback
def ignore_log(_level, _text, _data) -> None:
    """llama.cpp tells a page about every model that it loads."""


def main() -> None:
    arguments = parse_arguments()
    llama_cpp.llama_log_set(ignore_log, None)
    completion = Completion(arguments.model, arguments.adapter, arguments.threads, arguments.context_tokens)
    print(f"llama.cpp of the yardstick: {llama_cpp.llama_print_system_info().decode()}", file=sys.stderr, flush=True)
    for line in sys.stdin:
        print(json.dumps(completion.complete(**json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
