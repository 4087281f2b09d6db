import type { Ask } from '../shapes/shape.ts';
import type { Random } from '../random.ts';
import { careless } from './careless.ts';
import { frames } from './frames.ts';
import { registers, unmark, type Register, type Speaker } from './speaker.ts';
import { quoteValues } from './quote-values.ts';
import { typeLoosely } from './type-loosely.ts';

/** Words a question three times: plain; in haste; politely. */
export function renderQuestions(random: Random, ask: (speaker: Speaker) => Ask): [string, string, string] {
  const render = (register: Register): string => renderIn(random, register, ask({ register, random }));
  return [render(registers[0]), render(registers[1]), render(registers[2])];
}

function renderIn(random: Random, register: Register, ask: Ask): string {
  if (register === 'terse') return unmark(quoteValues(random, careless(random, once(random.pick(hastyPhrases(random, ask)))), 0.03));
  const sentence = register === 'plain' ? plainSentence(random, ask) : politeSentence(random, ask);
  const typed = typeLoosely(random, capital(once(sentence.replace(/\s+/g, ' '))), register === 'plain' ? 0.35 : 0.25);
  return unmark(quoteValues(random, typed, 0.06));
}

/** Where names meet, nobody says a word twice: the payment method of a payment is no "payment payment method". */
function once(text: string): string {
  return text.replace(/\b(?!minimum|maximum|average|that|had)([a-z]{3,}) \1\b/gi, '$1');
}

function hastyPhrases(random: Random, { what = [], question = [], short = [], isList }: Ask): readonly string[] {
  const bare = short.length === 0 ? [...what, ...question] : [...short, ...short, ...what.slice(0, 1), ...question.slice(0, 1)];
  const isOrder = what.length > 0 && random.chance(0.15);
  return isOrder ? what.map((phrase) => fill(random.pick(isList ? frames.hastyLists : frames.hastyFigures), phrase)) : bare;
}

function plainSentence(random: Random, { what = [], question = [], isList, isPerson }: Ask): string {
  const isQuestion = what.length === 0 || (question.length > 0 && random.chance(0.6));
  return isQuestion ? contract(random, random.pick(question)) : contract(random, fill(random.pick(isList ? frames.plainLists : isPerson === true ? frames.plainPersons : frames.plainFigures), random.pick(what)));
}

function politeSentence(random: Random, { what = [], question = [], clause = [], isList }: Ask): string {
  const isClause = clause.length > 0 && (what.length === 0 || random.chance(0.5));
  const isPlain = question.length > 0 && random.chance(0.25);
  const body = isPlain ? random.pick(question) : isClause ? fill(random.pick(frames.politeClauses), random.pick(clause)) : what.length > 0 ? fill(random.pick(isList ? frames.politeLists : frames.politeFigures), random.pick(what)) : random.pick(question);
  const before = isPlain || random.chance(0.3) ? random.pick(frames.openings) + lower(body) : body;
  // Why somebody asks is said in words of which the schema knows nothing; they change nothing.
  if (random.chance(0.09)) return giveReason(before, random.pick(frames.reasons));
  return random.chance(0.12) && !/please|\bpls\b|thank/i.test(before) ? before.replace(/[.?]?$/, (end) => random.pick(frames.closings) + end) : before;
}

/** `Which members are blocked? We want to send them a letter.` */
function giveReason(sentence: string, reason: string): string {
  const after = reason.replace(/^ - /, '');
  return after === reason ? sentence.replace(/[.?]?$/, (end) => reason + end) : `${sentence} ${capital(after)}`;
}

function fill(frame: string, phrase: string): string {
  return frame.replace('{}', () => phrase);
}

function contract(random: Random, text: string): string {
  return random.chance(0.2) ? text.replace(/^What is /, "What's ").replace(/^Who is /, "Who's ").replace(/ do not /, " don't ").replace(/ are not /, " aren't ") : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return /^I('|\b)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
