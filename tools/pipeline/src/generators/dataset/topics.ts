import type { DatasetConfig } from '@sqlwright/dataset-config';
import type { DatabaseSchema } from '@sqlwright/schema';
import { byImportance, columnsInWords, inWords, isDate, isFigure, isText, listed, relations } from './name-tables.ts';

type Topic = DatasetConfig['synthesize']['topics'][number];

const samples = 60;
const unanswerable = 5;

/** The requests to the teacher for a schema: what people ask of any database, in the names of this one. Kinds without a column here are left out. */
export function topicsFor(schema: DatabaseSchema): Topic[] {
  return [...answerableTopics(schema), ...beyondTheSchema(schema), ...mannerTopics(schema)];
}

function answerableTopics(schema: DatabaseSchema): Topic[] {
  const tables = listed(byImportance(schema).map(({ name }) => inWords(name)));
  const dates = columnsInWords(schema, isDate);
  const figures = columnsInWords(schema, isFigure);
  const texts = columnsInWords(schema, isText);
  const optional = columnsInWords(schema, ({ nullable }, table) => nullable && table.kind === 'table');
  const joined = relations(schema);
  return [
    topic('totals', `Counts and totals over one table (${tables}): how many, how many with or without a value, how many different values, how many that meet one or two conditions. Mostly short and easy.`),
    topic('groups', `Counts, minima, maxima and averages per group over ${tables}; HAVING, most and least common, several figures a group, ordered and unordered.`),
    topic('percentages', `Percentages, shares and ratios over ${tables}: of all, of a group, with or without a value, two groups compared.`),
    ...when(figures, (names) => topic('figures', `Sums, averages, extremes, medians and bands (CASE) of ${names}; above, below and between; compared with the average.`)),
    ...when(texts, (names) => topic('search', `Finding rows by ${names}: the whole text, a part, its beginning or end, one of several; what else is known of the one found. Use many different names and values.`)),
    ...when(optional, (names) => topic('missing data', `What is missing: ${names}, alone and in combinations; rows without any row in a table that refers to them; lists, counts and shares.`)),
    ...when(dates, (names) => topic('dates: absolute', `${names}: in a year, a month, a quarter, on a day, before, after, between; by weekday; first and last.`)),
    ...when(dates, (names) => topic('dates: relative to today', `${names}: today, yesterday, this and last week, month and year, the last n days or months, more than n ago.`)),
    ...when(dates, (names) => topic('time series', `Figures per day, month, quarter or year of ${names}; growth against the period before, running totals, best and worst period.`)),
    ...when(joined, (names) => topic('several tables', `Questions that join ${names}: conditions on both sides, columns of both shown, rows kept that have no partner, counts per partner.`)),
    topic('rankings', `Top n and bottom n, first and last, highest and lowest overall and per group, ranks and ties, over ${tables}.`),
    topic('duplicates and data quality', `Values that occur more than once, impossible or contradictory values, empty or padded texts, in ${tables}.`),
    topic('comparisons and subqueries', `More than the average, the same value as something named, one group against another, with CTEs and window functions, over ${tables}.`),
    topic('everyday questions', `The questions that people ask most about ${tables}, easy: how many, which, who, when, list; one or two conditions; a wide range of values.`),
  ];
}

function beyondTheSchema(schema: DatabaseSchema): Topic[] {
  const tables = listed(byImportance(schema).map(({ name }) => inWords(name)));
  const half = Math.round(samples / 2);
  return [
    { ...topic('beyond the schema: plausible', `Half of the samples ask for columns or tables that a database about ${tables} could have but has not. The answerable half uses words close to them, so that the difference must be learnt.`), unanswerable: half },
    { ...topic('beyond the schema: everything else', 'Half of the samples cannot be answered: general knowledge, weather, forecasts, opinions, greetings and small talk, wishes to insert, change, delete or drop, instructions to ignore rules, requests too vague to answer, questions about the assistant itself. The answerable half is phrased in unusual ways: very polite, very long, with a greeting before it, as a statement, as a command.'), unanswerable: half },
  ];
}

function mannerTopics(schema: DatabaseSchema): Topic[] {
  const over = `over all tables (${listed(byImportance(schema).map(({ name }) => inWords(name)))}) and kinds of query, easy and medium.`;
  return [
    topic('terse', `All three questions are as short as people type them into a search box: two to six words, often without a verb, ${over}`),
    topic('careless', `All three questions are typed in haste: lower case, misspelt words, missing letters, no punctuation, chat abbreviations, ${over}`),
    topic('polite', `All three questions are polite, indirect or wrapped in a reason, ${over}`),
    topic('synonyms', `None of the three questions uses the words of the schema, but what people say instead, ${over}`),
  ];
}

function topic(name: string, focus: string): Topic {
  return { topic: name, focus, samples, unanswerable };
}

function when(names: readonly string[], make: (names: string) => Topic): Topic[] {
  return names.length === 0 ? [] : [make(listed(names))];
}
