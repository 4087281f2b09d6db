import { askedTables, type Ask, type Shape } from '../shapes/shape.ts';
import { say, type Speaker } from '../style/speaker.ts';
import type { TableEntry } from '../lexicon/lexicon-types.ts';
import { sayTable } from '../things.ts';

type Form = (speaker: Speaker, table: TableEntry) => Ask;

const one = (speaker: Speaker, table: TableEntry): string => sayTable(speaker, table, 'singular');
const many = (speaker: Speaker, table: TableEntry): string => sayTable(speaker, table, 'plural');

/** A request with its indirect form and its short form. */
const form = (plain: (noun: string) => string, clause: (noun: string) => string, short: (noun: string) => string, number: typeof one = many): Form => (speaker, table) => {
  const noun = number(speaker, table);
  return { isList: false, question: [say(speaker, { plain: [plain(noun)], terse: [short(noun)], polite: [plain(noun)] })], clause: [clause(noun)], short: [short(noun)] };
};

/** What leaves open which one, what of it, or which of two: nobody could write SQL for it. */
const forms: readonly Form[] = [
  form((noun) => `Show me the good ${noun}.`, (noun) => `which ${noun} are the good ones`, (noun) => `the good ${noun}`),
  form((noun) => `Compare the two ${noun}.`, (noun) => `how the two ${noun} compare`, (noun) => `compare both ${noun}`),
  form((noun) => `What about the other ${noun}?`, (noun) => `what about the other ${noun}`, (noun) => `and the other ${noun}`, one),
  form((noun) => `Show me that ${noun} from the meeting.`, (noun) => `which ${noun} we spoke of in the meeting`, (noun) => `${noun} from the meeting`, one),
  form((noun) => `Which of those ${noun} was it?`, (noun) => `which of those ${noun} it was`, (noun) => `which of those ${noun}`),
  form((noun) => `Sort those ${noun} differently.`, (noun) => `how to sort those ${noun} differently`, (noun) => `sort the ${noun} differently`),
  form((noun) => `The same again, but for the other ${noun}.`, (noun) => `what it is for the other ${noun}`, (noun) => `same for other ${noun}`),
  form((noun) => `Find ${noun} similar to the last one.`, (noun) => `which ${noun} are similar to the last one`, (noun) => `similar ${noun}`),
  form((noun) => `Show the relevant ${noun}.`, (noun) => `which ${noun} are relevant`, (noun) => `relevant ${noun}`),
  form((noun) => `Do something with the ${noun}.`, (noun) => `what to do with the ${noun}`, (noun) => `do sth w/ ${noun}`),
  form((noun) => `Is this ${noun} the right one?`, (noun) => `whether this ${noun} is the right one`, (noun) => `right ${noun}?`, one),
  form((noun) => `Give me the usual report on the ${noun}.`, (noun) => `what the usual report on the ${noun} says`, (noun) => `usual ${noun} report`),
  form((noun) => `Which ${noun} did I mean?`, (noun) => `which ${noun} I meant`, (noun) => `which ${noun} did i mean`, one),
  form((noun) => `Tell me something interesting about our ${noun}.`, (noun) => `what is interesting about our ${noun}`, (noun) => `sth interesting about ${noun}`),
  form((noun) => `Are the ${noun} okay?`, (noun) => `whether the ${noun} are okay`, (noun) => `${noun} ok?`),
  form((noun) => `Which ${noun} is better?`, (noun) => `which ${noun} is better`, (noun) => `better ${noun}`, one),
  form((noun) => `Show me only some of the ${noun}, you know which.`, (noun) => `which of the ${noun} I need`, (noun) => `some ${noun}, u know which`),
  form((noun) => `What is wrong with the ${noun}?`, (noun) => `what is wrong with the ${noun}`, (noun) => `whats wrong w ${noun}`),
];

export const halfRequests: Shape = {
  name: 'half request', topic: 'beyond the schema: too vague', weight: 1.3,
  cells: (lexicon) => askedTables(lexicon).flatMap((table) => forms.map((write, index) => ({ name: `${table.name} ${index}`, weight: table.salience, write: () => ({ sql: '', tables: [], ask: (speaker: Speaker) => write(speaker, table) }) }))),
};
