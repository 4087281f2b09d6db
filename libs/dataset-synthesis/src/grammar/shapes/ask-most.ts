import { eventWords, isTaken, isTaker } from '../lexicon/event-words.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';
import type { Ask } from './shape.ts';

/** `the most borrowed book`, `the 5 members with the most loans`. */
export function askMost(speaker: Speaker, { top, low, phrase, count, isBare }: { top: { singular: string; plural: string; isPerson: boolean } & Parameters<typeof sayTable>[1]; low: Parameters<typeof eventWords>[0]; phrase: string; count: number | undefined; isBare: boolean }): Ask {
  const event = eventWords(low);
  const [one, all] = [sayTable(speaker, top, 'singular'), sayTable(speaker, top, 'plural')];
  const often = event !== undefined && isTaken(top) && eventWords(top) === undefined && isBare && speaker.random.chance(0.6) ? event.passive : undefined;
  if (count !== undefined) {
    const n = mark(count);
    const what = often === undefined ? [`the ${n} ${all} with the most ${phrase}`, `the top ${n} ${all} by number of ${phrase}`] : [`the ${n} most ${often} ${all}`, `the ${n} ${all} that were ${often} most often`];
    return { isList: true, what, question: what.slice(0, 1).map((words) => `Which are ${words}?`), clause: what.slice(0, 1).map((words) => `which are ${words}`), short: [what[0] ?? '', `top ${n} ${all} by ${phrase}`, ...(often === undefined ? [] : [`${n} most ${often} ${all}`, `top ${n} ${often} ${all}`])] };
  }
  if (often !== undefined) return { isList: false, what: [`the most ${often} ${one}`, `the most frequently ${often} ${one}`, `the most popular ${one}`], question: [`Which ${one} was ${often} most often?`, `What is the most ${often} ${one}?`, `Which ${one} was ${often} the most?`], clause: [`which ${one} was ${often} most often`], short: [`most ${often} ${one}`, `${one} ${often} most`, `top ${one}`] };
  const did = event?.base !== undefined && isTaker(top) && isBare ? [`Who ${event.past} the most?`, `Who ${event.past} most often?`] : [];
  const person = top.isPerson ? [`Who has the most ${phrase}?`, ...did] : [];
  return { isList: false, isPerson: top.isPerson, what: [`the ${one} with the most ${phrase}`], question: [`Which ${one} has the most ${phrase}?`, ...person], clause: [`which ${one} has the most ${phrase}`], short: [`${one} with most ${phrase}`, `most ${phrase} ${one}`, ...did.slice(0, 1).map((question) => question.toLowerCase().replace('?', ''))] };
}
