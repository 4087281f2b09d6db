import type { ValueDomains } from '@sqlwright/database';
import { matchValue } from '@sqlwright/sql-generation';

/** What was asked before in a conversation: the question as it was understood. */
export interface Turn {
  readonly question: string;
}

const opening = /^(?:(?:and|or|but|now|ok|okay|then|also)[ ,]+)*(?:(?:what|how)\s+about|same\s+(?:for|thing\s+for)|(?:just|only)(?=\s)|and(?=\s)|or(?=\s)|(?=(?:in|for|from|with|of|by|since|before|after|during)\s))/i;
const preposition = /^(?:(?:in|for|from|with|of|by|at|on|to|since|before|after|during|the|those|ones|just|only)\s+)+/i;
const questionWord = /\b(?:how many|how much|what|which|who|whose|where|when|list|show|count|give|find|tell)\b/i;
const year = /\b(?:19|20)\d\d\b/;
const mostWords = 8;

/**
 * Completes a follow-up ("and in Paris?") with the question before it, so that the model is asked one whole question of the kind that it knows. A
 * value, year or name takes the place of the one of its kind; what has no counterpart is added at the end. Any other question comes back as it is.
 */
export function resolveFollowUp(question: string, previous: Turn, domains: ValueDomains): string {
  const text = question.replace(/[\s?.!]+$/, '');
  const start = opening.exec(text);
  if (start === null || text.split(/\s+/).length > mostWords) return question;
  const rest = text.slice(start[0].length).trim();
  if (rest === '' || questionWord.test(rest)) return question;
  const subject = rest.replace(preposition, '');
  const before = previous.question.replace(/[\s?.!]+$/, '');
  return `${replaceYear(before, subject) ?? replaceValue(before, subject, domains) ?? replaceName(before, subject) ?? `${before} ${rest}`}?`;
}

function replaceYear(before: string, subject: string): string | undefined {
  return new RegExp(`^${year.source}$`).test(subject) && year.test(before) ? before.replace(year, () => subject) : undefined;
}

/** The word or words of the question that stand for a value of the same column. */
function replaceValue(before: string, subject: string, domains: ValueDomains): string | undefined {
  for (const values of Object.values(domains)) {
    if (matchValue(subject, values) === undefined) continue;
    const mention = mentionOf(before, values);
    if (mention !== undefined) return before.replace(mention, () => subject);
  }
  return undefined;
}

function mentionOf(before: string, values: readonly string[]): string | undefined {
  const words = before.split(/\s+/).map((word) => word.replace(/[,;:()"']/g, ''));
  const phrases = [3, 2, 1].flatMap((size) => words.slice(0, words.length - size + 1).map((_, index) => words.slice(index, index + size).join(' ')));
  const isExact = (phrase: string): boolean => values.some((value) => value.toLowerCase() === phrase.toLowerCase());
  return phrases.find(isExact) ?? phrases.slice(-words.length).find((word) => word.length > 2 && !questionWord.test(word) && matchValue(word, values) !== undefined);
}

/** A name for a name: both begin with a capital, and there is one only. */
function replaceName(before: string, subject: string): string | undefined {
  if (!/^\p{Lu}/u.test(subject)) return undefined;
  const names = [...before.matchAll(/(?<=\s)\p{Lu}[\p{L}'-]*(?:\s\p{Lu}[\p{L}'-]*)*/gu)].map(([name]) => name);
  return names.length === 1 && names[0] !== undefined ? before.replace(names[0], () => subject) : undefined;
}
