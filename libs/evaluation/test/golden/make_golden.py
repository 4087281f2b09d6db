"""Computes metric-cases.json with sqlparse: an implementation of exact match and token match independent of the library's.

Run it with sqlparse installed: python3 make_golden.py
"""

import json
from pathlib import Path

import sqlparse
from sqlparse import tokens

PAIRS = [
    ("SELECT 1", "SELECT 1"),
    ("select count(*) from customer;", "SELECT COUNT(*)\n  FROM customer"),
    ("SELECT full_name FROM customer -- everyone", "SELECT full_name FROM customer"),
    ("-- names first\nSELECT full_name\nFROM customer -- all\nWHERE gender = 'Female'", "SELECT full_name FROM customer WHERE gender = 'Female';"),
    ("SELECT customer_key FROM customer", "SELECT full_name FROM customer"),
    ("SELECT c.full_name, a.city FROM customer c JOIN address a ON a.customer_key = c.customer_key", "SELECT customer.full_name FROM customer"),
    ("SELECT city FROM address GROUP BY city", "SELECT city, COUNT(*) FROM address GROUP BY city ORDER BY COUNT(*) DESC LIMIT 5"),
    ("FROM customer SELECT full_name", "SELECT full_name FROM customer"),
    ("SELECT  *  FROM\taddress ; ", "select * from address"),
    ("I don't know", "I don't know"),
    ("SELECT email FROM contact", "I don't know"),
    ("", "SELECT 1"),
    ("SELECT street_address FROM address WHERE city = 'São Paulo'", "SELECT street_address FROM address WHERE city = 'SÃO PAULO'"),
    ("SELECT AVG(EXTRACT(YEAR FROM AGE(dateofbirth))) FROM customer", "SELECT ROUND(AVG(EXTRACT(YEAR FROM AGE(CURRENT_DATE, dateofbirth))), 2) FROM customer"),
    ("WITH n AS (SELECT customer_key, COUNT(*) AS n FROM contact GROUP BY 1) SELECT MAX(n) FROM n", "SELECT COUNT(*) FROM contact GROUP BY customer_key ORDER BY 1 DESC LIMIT 1"),
    ("SELECT 1.50, 10", "SELECT 1.5, 10, 10"),
]


def flat_tokens(sql):
    """The tokens of a text without its comments; the line end of a comment stays as white space."""
    for statement in sqlparse.parse(sql):
        for token in statement.flatten():
            yield " " if token.ttype in tokens.Comment else token.value


def normal_form(sql):
    return " ".join("".join(flat_tokens(sql)).split()).lower()


def words(sql):
    text = normal_form(sql)
    return set("".join(letter if letter.isalnum() or letter == "_" else " " for letter in text).split())


def exact_match(predicted, reference):
    return normal_form(predicted).rstrip("; ") == normal_form(reference).rstrip("; ")


def token_match(predicted, reference):
    wanted = words(reference)
    return len(wanted & words(predicted)) / len(wanted)


cases = [
    {"predicted": predicted, "reference": reference, "exactMatch": exact_match(predicted, reference), "tokenMatch": token_match(predicted, reference)}
    for predicted, reference in PAIRS
]
Path(__file__).with_name("metric-cases.json").write_text(json.dumps(cases, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
