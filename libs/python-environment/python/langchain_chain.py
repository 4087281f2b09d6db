"""Answers questions over a database as the source article does: LangChain over llama-cpp-python.

A model that is shown the tables writes SQL; "I don't know" ends in a refusal; else the SQL runs, errors are returned and not thrown, dates are made readable,
and the model writes the answer from tables, question, SQL and rows. Temperature 0, a context of 6144 tokens and replies of at most 2048, as there. What the
article does not say is as LangChain and llama-cpp-python have it; with --tuned it is chosen for speed: no sample rows in the prompt, large batches, all threads.

Each line of standard input is JSON {"question"}; it is answered by a line {"sql", "answer", "sqlSeconds", "answerSeconds"}.
"""

import argparse
import json
import re
import sys
import time

from langchain_community.llms import LlamaCpp
from langchain_community.utilities import SQLDatabase
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import PromptTemplate
from langchain_core.runnables import RunnablePassthrough

from readable_dates import make_readable

CONTEXT_TOKENS = 6144
REPLY_TOKENS = 2048
TUNED_BATCH_TOKENS = 512

WRITE_SQL = PromptTemplate.from_template(
    "Based on the table schema below, write a PostgreSQL query that answers the question of the user. "
    "If the tables cannot answer it, say: I don't know\n\n{schema}\n\nQuestion: {question}\nSQL Query:"
)
WRITE_ANSWER = PromptTemplate.from_template(
    "Based on the table schema, the question, the SQL query and its result below, write an answer in natural language.\n\n"
    "{schema}\n\nQuestion: {question}\nSQL Query: {sql}\nSQL Result: {rows}\nAnswer:"
)
SQL_STOPS = ["\nSQL Result:", "\nQuestion:"]
ANSWER_STOPS = ["\nQuestion:"]


class Chain:
    """The two calls of the model, and the database between them."""

    def __init__(self, model: LlamaCpp, database: SQLDatabase, refusal: str) -> None:
        self.database, self.refusal = database, refusal
        shown = RunnablePassthrough.assign(schema=lambda _: database.get_table_info())
        self.write_sql = shown | WRITE_SQL | model.bind(stop=SQL_STOPS) | StrOutputParser()
        self.write_answer = shown | WRITE_ANSWER | model.bind(stop=ANSWER_STOPS) | StrOutputParser()

    def answer(self, question: str) -> dict:
        start = time.perf_counter()
        sql = self.write_sql.invoke({"question": question}).strip()
        written = time.perf_counter()
        answer = self.refusal if "i don't know" in sql.lower() else self.write_answer.invoke({"question": question, "sql": sql, "rows": self.read(sql)})
        return {"sql": sql, "answer": answer.strip(), "sqlSeconds": written - start, "answerSeconds": time.perf_counter() - written}

    def read(self, sql: str) -> str:
        return make_readable(str(self.database.run_no_throw(sql, include_columns=True)))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--adapter")
    parser.add_argument("--tuned", action="store_true")
    parser.add_argument("--threads", type=int, help="of a tuned chain")
    parser.add_argument("--database-url", required=True)
    parser.add_argument("--tables", nargs="+", required=True)
    parser.add_argument("--refusal", required=True)
    return parser.parse_args()


def open_chain(arguments: argparse.Namespace) -> Chain:
    url = re.sub(r"^postgres(ql)?:", "postgresql+psycopg:", arguments.database_url)
    tuned = {"n_batch": TUNED_BATCH_TOKENS, "n_threads": arguments.threads} if arguments.tuned else {}
    database = SQLDatabase.from_uri(url, include_tables=arguments.tables, **({"sample_rows_in_table_info": 0} if arguments.tuned else {}))
    model = LlamaCpp(
        model_path=arguments.model,
        lora_path=arguments.adapter,
        temperature=0,
        n_ctx=CONTEXT_TOKENS,
        max_tokens=REPLY_TOKENS,
        verbose=False,
        **tuned,
    )
    return Chain(model, database, arguments.refusal)


def main() -> None:
    chain = open_chain(parse_arguments())
    for line in sys.stdin:
        question = json.loads(line)["question"]
        try:
            reply = chain.answer(question)
        except Exception as error:  # The chain of the article has no other handling: whatever is thrown ends the question.
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
