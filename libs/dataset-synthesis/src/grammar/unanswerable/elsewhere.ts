import type { Shape } from '../shapes/shape.ts';

/** A question, its indirect form, and its short form. */
type Triple = readonly [question: string, clause: string, short: string];

const knowledge: readonly Triple[] = [
  ['What is the capital of Australia?', 'what the capital of Australia is', 'capital of australia'], ['Who wrote Hamlet?', 'who wrote Hamlet', 'author hamlet'], ['How tall is Mount Everest?', 'how tall Mount Everest is', 'height mount everest'],
  ['What is the weather like today?', 'what the weather is like today', 'weather today'], ['Who won the last World Cup?', 'who won the last World Cup', 'last world cup winner'], ['What is the exchange rate of the dollar to the euro?', 'what the exchange rate of the dollar to the euro is', 'usd eur rate'],
  ['What is 17 times 23?', 'what 17 times 23 is', '17*23'], ['Who is the president of the United States?', 'who the president of the United States is', 'us president name'], ['How do I bake bread?', 'how to bake bread', 'bread recipe'],
  ['What is the largest planet?', 'which planet is the largest', 'biggest planet'], ['How far is it from Paris to Rome?', 'how far it is from Paris to Rome', 'distance paris rome'], ['What is the population of India?', 'what the population of India is', 'population india'],
  ['When does the next train to Berlin leave?', 'when the next train to Berlin leaves', 'next train berlin'], ['How do you say good morning in Spanish?', 'how to say good morning in Spanish', 'good morning in spanish'], ['What time is it in Tokyo?', 'what time it is in Tokyo', 'time in tokyo'],
  ['Who painted the Mona Lisa?', 'who painted the Mona Lisa', 'mona lisa painter'], ['What is the share price of Apple?', 'what the share price of Apple is', 'apple stock price'], ['How many days are there in a leap year?', 'how many days a leap year has', 'days in leap year'],
  ['What is the best restaurant nearby?', 'what the best restaurant nearby is', 'good restaurant nearby'], ['Which film won the Oscar last year?', 'which film won the Oscar last year', 'oscar best film last yr'], ['How does photosynthesis work?', 'how photosynthesis works', 'explain photosynthesis'],
  ['How do I get to the airport?', 'how to get to the airport', 'way to airport'], ['Who is the richest person in the world?', 'who the richest person in the world is', 'richest person'], ['When was the French Revolution?', 'when the French Revolution was', 'french revolution when'], ['What does photocopier mean?', 'what photocopier means', 'photocopier meaning'],
  ['How many grams are in a pound?', 'how many grams are in a pound', 'grams in pound'], ['Translate hello into Japanese.', 'how to say hello in Japanese', 'hello in japanese'], ['What is the square root of 144?', 'what the square root of 144 is', 'sqrt 144'], ['Is it a public holiday on Monday?', 'whether Monday is a public holiday', 'monday public holiday?'],
  ['Which phone should I buy?', 'which phone to buy', 'best phone to buy'], ['Write a Python script that sorts a list.', 'how to sort a list in Python', 'python sort list'], ['What is the news today?', 'what the news is today', 'news today'], ['Who is the mayor of London?', 'who the mayor of London is', 'mayor london'],
  ['How many people live in Canada?', 'how many people live in Canada', 'population canada'], ['What is the boiling point of water?', 'what the boiling point of water is', 'boiling point water'], ['Recommend a good song.', 'which song is good', 'recommend song'], ['How do I reset my e-mail password?', 'how to reset my e-mail password', 'reset email password'],
  ['What is the speed of light?', 'what the speed of light is', 'speed of light'], ['Is it going to rain tomorrow?', 'whether it is going to rain tomorrow', 'rain tomorrow'], ['Who discovered penicillin?', 'who discovered penicillin', 'penicillin discoverer'],
];
const smallTalk: readonly Triple[] = [
  ['How are you today?', 'how you are today', 'hey hows it going'], ['What is your name?', 'what your name is', 'ur name'], ['Who made you?', 'who made you', 'who built u'], ['Can you tell me a joke?', 'whether you know a joke', 'tell a joke'], ['Do you like your work?', 'whether you like your work', 'u like ur job'],
  ['You are very helpful!', 'whether you know how helpful you are', 'nice job'], ['Sorry, wrong window.', 'whether this is the wrong window', 'oops wrong chat'], ['Let us talk about something else.', 'what else we could talk about', 'lets talk'], ['I am bored.', 'what to do when bored', 'im bored'], ['Okay, got it.', 'whether that was all', 'ok'],
  ['Good morning!', 'whether you slept well', 'hi'], ['Thank you very much.', 'how to thank you', 'thx'], ['Which model are you?', 'which model you are', 'what model r u'], ['Can you repeat your last answer?', 'what your last answer was', 'repeat that pls'], ['What did I ask before?', 'what I asked before', 'my last question'],
  ['How old are you?', 'how old you are', 'ur age'], ['Can you speak German?', 'whether you speak German', 'u speak german'], ['Are you a human being?', 'whether you are a human being', 'r u human'], ['What can you do?', 'what you can do', 'help'], ['Good night, see you tomorrow.', 'whether we meet again tomorrow', 'bye'],
];
const vague: readonly Triple[] = [
  ['Show me the thing from before.', 'what that thing from before was', 'that thing from b4'], ['Which one is better?', 'which one is better', 'which is better'], ['How much is it?', 'how much it is', 'how much'], ['Give me the numbers.', 'what the numbers are', 'numbers pls'], ['What about the others?', 'what about the others', 'and the others'],
  ['Show me.', 'what there is to show', 'show me'], ['How many?', 'how many', 'how many'], ['Give me the list.', 'what is on the list', 'list'], ['Sort it differently.', 'how to sort it differently', 'sort differently'], ['The same for last year.', 'what it was last year', 'same for last yr'], ['Only the good ones.', 'which are the good ones', 'only good ones'],
  ['And the other one?', 'what about the other one', 'other one'], ['What happened there?', 'what happened there', 'what happened'], ['Can you fix it?', 'whether you can fix it', 'fix it'], ['Is this right?', 'whether this is right', 'right?'], ['Who is responsible?', 'who is responsible', 'whos responsible'], ['Show the important ones.', 'which are the important ones', 'important ones'],
  ['Is that a lot?', 'whether that is a lot', 'is that much'], ['Do the usual.', 'what the usual comes to', 'the usual'], ['Compare them.', 'how they compare', 'compare them'], ['Show me something interesting.', 'what is interesting here', 'sth interesting'], ['Is everything fine?', 'whether everything is fine', 'all ok'],
  ['Why is it so low?', 'why it is so low', 'why so low'], ['Make it look nicer.', 'how to make it look nicer', 'nicer pls'], ['What should I do next?', 'what I should do next', 'next step'], ['Tell me more.', 'what else there is', 'more'], ['Who was it again?', 'who it was again', 'who again'],
];

/** General knowledge, small talk, and what is too vague: each asked once. */
export const elsewhere: readonly Shape[] = [
  fixed('general knowledge', 'beyond the schema: general knowledge', 1.5, knowledge),
  fixed('small talk', 'beyond the schema: small talk', 0.8, smallTalk),
  fixed('vague', 'beyond the schema: too vague', 1.2, vague),
];

function fixed(name: string, topic: string, weight: number, triples: readonly Triple[]): Shape {
  return { name, topic, weight, cells: () => triples.map(([question, clause, short]) => ({ name: short, write: () => ({ sql: '', tables: [], ask: ({ register }) => ({ isList: false, question: [question], clause: [clause], short: [register === 'terse' ? short : question] }) }) })) };
}
