import { askedTables, type Ask, type Draft, type Shape } from '../shapes/shape.ts';
import type { Draw } from '../draw.ts';
import { eventWords, isTaken } from '../lexicon/event-words.ts';
import type { TableEntry } from '../lexicon/lexicon-types.ts';
import type { Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';

/** What may be true of somebody or something, what the schema would say if it knew, and whether it is said of goods only. */
type Deed = readonly [deed: string, traces: RegExp, isOfGoods: boolean];

const deeds = (text: string): Deed[] => text.trim().split('\n').map((line) => line.trim().split(' | ')).map(([deed = '', traces = '', kind]) => [deed, new RegExp(traces), kind === 'goods']);

const ofPeople = deeds(`called in sick | sick|absen|leave
  opened our last newsletter | newsletter|campaign|email_?open
  clicked on the advertisement | click|advert
  complained last month | complain|ticket|feedback
  follow us on Instagram | instagram|social|follow
  speak Spanish | language|speak
  have a driving licence | licen|driv
  are vegetarian | diet|vegeta
  smoke | smok
  are left-handed | handed
  are married | marri|marital|spouse
  own a dog | \\bpets?\\b|dog|animal
  have children | child|kid|parent|famil
  work from home | home.?office|remote|work.?from
  are vaccinated | vaccin
  play the piano | instrument|piano|hobb
  like jazz | hobb|interest|genre|music|prefer
  were rude to us | behavio|note|remark|incident
  are happy with our service | satisf|rating|review|score|feedback|survey
  forgot their password | passw
  used the mobile app | \\bapp\\b|device|platform|channel|source
  came by bike | transport|bike|vehicle
  are allergic to nuts | allerg
  wear glasses | glass|vision|optic
  are taller than 180 cm | height|tall
  weigh more than 80 kg | weight|weigh
  got a raise last year | salar|wage|\\bpay\\b|raise
  speak three languages | language|speak
  studied abroad | stud|educat|degree|universit
  came to the summer party | party|event|attend
  are afraid of flying | fear|note|phobi
  voted in the last election | vot|elect
  have a tattoo | tattoo
  pay with bitcoin | pay|bitcoin|currency
  recommended us to a friend | refer|recommend
  cheated | cheat|fraud|incident
  drink coffee | drink|coffee|beverage|product|item|menu
  have a company car | car\\b|vehicle
  are in a union | union
  prefer to be called in the evening | prefer|contact`);

const ofThings = deeds(`were damaged on the way | damag|condition|defect|state | goods
  were advertised on television | advert|campaign|promot|marketing
  are made of wood | material|wood | goods
  are recyclable | recycl|material | goods
  were recalled | recall | goods
  are insured | insur
  won an award | award|prize
  were mentioned in the press | press|media|mention|news
  have been photographed | photo|picture|image
  are energy-efficient | energy|efficien | goods
  went viral | viral|view|share
  are suitable for children | age|child|suitab | goods
  were printed in colour | colou?r|print | goods
  were paid for by a sponsor | sponsor
  caused a complaint | complain|ticket|feedback
  need a second signature | signature|approv|sign
  were translated into Chinese | translat|language | goods
  are popular with tourists | touris|popular|rating|review
  were stolen | stolen|theft|status|lost | goods
  were made by hand | hand|made|material|manufact | goods`);

/** Things done or had of which the schema knows nothing: members who smoke. @param vocabulary what the schema speaks of */
export function missingDeeds(vocabulary: string): Shape {
  const absent = (all: readonly Deed[]): Deed[] => all.filter(([, traces]) => !traces.test(vocabulary));
  return {
    name: 'missing deed', topic: 'beyond the schema: columns', weight: 3,
    cells: (lexicon) => askedTables(lexicon).flatMap((table) => absent(table.isPerson ? ofPeople : ofThings).filter(([, , isOfGoods]) => !isOfGoods || (isTaken(table) && eventWords(table) === undefined)).map(([deed]) => ({ name: `${table.name} ${deed}`, weight: table.isPerson ? table.salience : table.salience * 0.4, write: (draw: Draw) => draft(draw, table, deed) }))),
  };
}

function draft(draw: Draw, table: TableEntry, deed: string): Draft {
  const pronoun = table.isPerson ? 'who' : 'that';
  const name = (speaker: Speaker): string => sayTable(speaker, table, 'plural');
  const forms: readonly ((speaker: Speaker) => Ask)[] = [
    (speaker) => ({ isList: true, what: [`all ${name(speaker)} ${pronoun} ${deed}`, `the ${name(speaker)} ${pronoun} ${deed}`], question: [`Which ${name(speaker)} ${deed}?`], clause: [`which ${name(speaker)} ${deed}`], short: [`${name(speaker)} ${pronoun} ${deed}`, `which ${name(speaker)} ${deed}`] }),
    (speaker) => ({ isList: false, what: [`the number of ${name(speaker)} ${pronoun} ${deed}`], question: [`How many ${name(speaker)} ${deed}?`], clause: [`how many ${name(speaker)} ${deed}`], short: [`how many ${name(speaker)} ${deed}`, `count ${name(speaker)} ${pronoun} ${deed}`] }),
    (speaker) => ({ isList: false, what: [`the percentage of ${name(speaker)} ${pronoun} ${deed}`], question: [`What percentage of ${name(speaker)} ${deed}?`], clause: [`what percentage of ${name(speaker)} ${deed}`], short: [`% of ${name(speaker)} ${pronoun} ${deed}`] }),
  ];
  return { sql: '', tables: [], ask: draw.random.pick(forms) };
}
