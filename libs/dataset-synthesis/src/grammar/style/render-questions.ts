import type { Ask } from '../shapes/shape.ts';
import type { Random } from '../random.ts';
import { careless } from './careless.ts';
import { registers, unmark, type Register, type Speaker } from './speaker.ts';

const plainLists = ['Show {}.', 'List {}.', 'Give me {}.', 'Show me {}.', 'Find {}.'];
const plainFigures = ['What is {}?', 'What is {}?', 'Show {}.', 'Give me {}.', 'Tell me {}.'];
const plainPersons = ['Who is {}?', 'Who is {}?', 'Give me {}.', 'Tell me {}.'];
const politeLists = ['Could you show me {}, please?', "I'd like to see {}.", 'Please give me {}.', 'Would you mind listing {}?', 'I need {}.', 'May I see {}?', 'Can you get me {}?', 'I would be glad to have {}.', 'Could I get {}?', "I'm looking for {}."];
const politeFigures = ['Could you tell me {}, please?', "I'd like to know {}.", 'Please tell me {}.', 'Can you work out {} for me?', 'I need {}.', "I'm interested in {}.", 'Would you look up {} for me?'];
const politeClauses = ['Could you tell me {}?', "I'd like to know {}.", 'Do you know {}?', 'I was wondering {}.', 'Please tell me {}.', 'Can you find out {}?', 'Would you check {} for me?', 'Any idea {}?'];
const greetings = ['Hi, ', 'Hello, ', 'Hi there, ', 'For a report, ', 'One question: ', 'Sorry to bother you, but ', 'Just out of interest, '];

/** Words a question three times: plain; in haste; politely. */
export function renderQuestions(random: Random, ask: (speaker: Speaker) => Ask): [string, string, string] {
  const render = (register: Register): string => renderIn(random, register, ask({ register, random }));
  return [render(registers[0]), render(registers[1]), render(registers[2])];
}

function renderIn(random: Random, register: Register, ask: Ask): string {
  if (register === 'terse') return unmark(careless(random, random.pick(hastyPhrases(ask))));
  const sentence = register === 'plain' ? plainSentence(random, ask) : politeSentence(random, ask);
  return capital(unmark(sentence).replace(/\s+/g, ' '));
}

function hastyPhrases({ what = [], question = [], short = [] }: Ask): readonly string[] {
  return short.length === 0 ? [...what, ...question] : [...short, ...short, ...what.slice(0, 1), ...question.slice(0, 1)];
}

function plainSentence(random: Random, { what = [], question = [], isList, isPerson }: Ask): string {
  const isQuestion = what.length === 0 || (question.length > 0 && random.chance(0.6));
  return isQuestion ? random.pick(question) : fill(random.pick(isList ? plainLists : isPerson === true ? plainPersons : plainFigures), random.pick(what));
}

function politeSentence(random: Random, { what = [], question = [], clause = [], isList }: Ask): string {
  const isClause = clause.length > 0 && (what.length === 0 || random.chance(0.5));
  const body = isClause ? fill(random.pick(politeClauses), random.pick(clause)) : what.length > 0 ? fill(random.pick(isList ? politeLists : politeFigures), random.pick(what)) : random.pick(question);
  return random.chance(0.14) ? random.pick(greetings) + lower(body) : body;
}

function fill(frame: string, phrase: string): string {
  return frame.replace('{}', () => phrase);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return /^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
