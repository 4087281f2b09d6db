import { comparisonSigns, sayCountComparison, sayNumber } from '../english/say-number.ts';
import { eventWords, isTaken, isTaker } from '../lexicon/event-words.ts';
import type { Lexicon, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { isSite } from '../conditions/sites.ts';
import { joinParentOn } from '../relation-sql.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { sayTable, tablesOf, type Things } from '../things.ts';
import { belowEach } from './below.ts';
import { joinedChildren, ownerSql } from './children.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { salienceOf } from './relations.ts';
import type { Ask, Shape } from './shape.ts';

/** Rows of `parent`, those between and the different others that these belong to: guests, their bookings, and the hotels booked. */
interface Partners {
  readonly name: string;
  readonly parent: TableEntry;
  readonly child: TableEntry;
  readonly other: TableEntry;
  readonly names: string;
  readonly group: string;
  /** The other's key among the tables joined. */
  readonly key: string;
  readonly from: (things: Things) => string;
  readonly tables: (things: Things) => readonly TableEntry[];
}

/** How many different others each is joined to by what lies between: customers who ordered more than two different products. */
export const distinctPartners: Shape = {
  name: 'distinct partners', topic: 'per parent', weight: 1,
  cells: (lexicon) => [...nearPartners(lexicon), ...furtherPartners(lexicon), ...partnersBelow(lexicon)].map((partners) => ({
    name: partners.name,
    weight: salienceOf(partners),
    write: (draw) => {
      const { child, names, group } = partners;
      const things = drawOwnThings(draw, child, maybeOne(draw, 0.15));
      const count = `COUNT(DISTINCT ${partners.key})`;
      const kind = draw.random.pick(['many', 'many', 'each', 'top'] as const);
      const sign = draw.random.pick(comparisonSigns.filter((each) => /^(>|>=|=)$/.test(each)));
      const number = draw.random.integer(sign === '>' ? 1 : 2, 5);
      const most = kind === 'top' && draw.random.chance(0.35) ? draw.random.pick([3, 5, 10]) : undefined;
      const from = `${partners.from(things)} GROUP BY ${group}`;
      const sql = kind === 'each' ? `SELECT ${names}, ${count} ${from}` : kind === 'top' ? `SELECT ${names} ${from} ORDER BY ${count} DESC ${most === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${most}`}` : `SELECT ${names} ${from} HAVING ${count} ${sign} ${number}`;
      const ask = (speaker: Speaker): Ask => {
        const words = wordsFor(speaker, partners, things);
        if (kind === 'each') return askEach(words);
        if (kind === 'top') return askTop(words, partners, most);
        const amount = `${sayCountComparison(speaker, sign)} ${mark(sayNumber(speaker, number))} ${number === 1 ? sayTable(speaker, partners.other, 'singular') : `different ${words.others}`}`;
        return { isList: true, what: [`the ${words.all} ${words.pronoun} ${words.have} ${amount}`], question: [`Which ${words.all} ${words.have} ${amount}?`], clause: [`which ${words.all} ${words.have} ${amount}`], short: [`${words.all} ${words.did === undefined ? words.have.replace(/^have /, 'with ') : `who ${words.did}`} ${amount}`] };
      };
      return { sql, tables: partners.tables(things), ask };
    },
  })),
};

interface PartnerWords {
  readonly one: string;
  readonly all: string;
  readonly others: string;
  readonly pronoun: string;
  /** `booked`, where the rows between are something that one did. */
  readonly did: string | undefined;
  readonly passive: string;
  /** `have bookings of`, or `booked`. */
  readonly have: string;
  readonly between: string;
}

function wordsFor(speaker: Speaker, { parent, child, other }: Partners, things: Things): PartnerWords {
  const event = eventWords(child);
  const such = things.conditions.map((condition) => condition.say(speaker)).map(({ verb, after }) => ` ${after ?? `that ${verb}`}`).join('');
  const between = `${sayTable(speaker, child, 'plural')}${such}`;
  const did = event?.base !== undefined && isTaker(parent) && (isTaken(other) || isSite(other)) && such === '' ? `${event.past}${isTaken(other) ? '' : ' at'}` : undefined;
  return { one: sayTable(speaker, parent, 'singular'), all: sayTable(speaker, parent, 'plural'), others: sayTable(speaker, other, 'plural'), pronoun: parent.isPerson ? 'who' : 'that', did, passive: event?.passive ?? '', have: did ?? `have ${between} of`, between };
}

function askEach({ one, others, did, between, passive }: PartnerWords): Ask {
  if (did !== undefined) return { isList: true, what: [`the number of different ${others} that each ${one} ${did}`, `each ${one} with the number of different ${others} ${did}`], question: [`How many different ${others} has each ${one} ${did.replace(/^\w+/, passive)}?`], short: [`different ${others} per ${one}`] };
  return { isList: true, what: [`the number of different ${others} among the ${between} of each ${one}`, `each ${one} with the number of different ${others} of their ${between}`], question: [`How many different ${others} do the ${between} of each ${one} belong to?`], short: [`different ${others} per ${one}, by ${between}`, `number of different ${others} per ${one}`] };
}

function askTop({ one, all, others, did, have, between, pronoun }: PartnerWords, { parent }: Partners, most: number | undefined): Ask {
  if (most !== undefined) return { isList: true, what: [`the ${mark(most)} ${all} ${pronoun} ${have} the most different ${others}`, `the top ${mark(most)} ${all} by number of different ${others}`], short: [`top ${mark(most)} ${all} by number of different ${others}`] };
  const has = have.replace(/^have /, 'has ');
  return { isList: false, isPerson: parent.isPerson, what: [`the ${one} ${pronoun} ${has} the most different ${others}`], question: [`Which ${one} ${has} the most different ${others}?`], clause: [`which ${one} ${has} the most different ${others}`], short: [`${one} with ${did === undefined ? `${between} of ` : ''}most different ${others}`] };
}

function usable({ relations }: Lexicon): Relation[] {
  return relations.filter(({ child, parent, isPlain, columns }) => child.kind === 'thing' && isPlain && child !== parent && columns.length === 1);
}

/** Two keys of one table to two others: guests and rooms, by bookings. */
function nearPartners(lexicon: Lexicon): Partners[] {
  return usable(lexicon).filter(({ parent }) => parent.naming.length > 0).flatMap((own) => usable(lexicon).filter((other) => other.child === own.child && other.parent !== own.parent).map((other): Partners => ({
    name: `${own.child.name} ${own.column.name} ${other.column.name}`, parent: own.parent, child: own.child, other: other.parent, ...ownerSql(own), key: `${own.child.alias}.${other.column.sql}`,
    from: (things) => joinedChildren(own, things), tables: (things) => [own.parent, ...tablesOf(things)],
  })));
}

/** The other one key further up: guests and hotels, by bookings of their rooms. */
function furtherPartners(lexicon: Lexicon): Partners[] {
  return usable(lexicon).filter(({ parent }) => parent.naming.length > 0).flatMap((own) => lexicon.chains.filter(({ lower, upper }) => lower.child === own.child && ![lower.parent, upper.parent].includes(own.parent) && upper.columns.length === 1).map(({ lower, upper }): Partners => ({
    name: `${own.child.name} ${own.column.name} ${lower.column.name} ${upper.column.name}`, parent: own.parent, child: own.child, other: upper.parent, ...ownerSql(own), key: `${lower.parent.alias}.${upper.column.sql}`,
    from: (things) => joinedChildren(own, things).replace(/( WHERE .*)?$/s, (where) => ` JOIN ${lower.parent.sql} ${lower.parent.alias} ON ${joinParentOn(lower, `${own.child.alias}.`, `${lower.parent.alias}.`)}${where}`), tables: (things) => [own.parent, lower.parent, ...tablesOf(things)],
  })));
}

/** The other of what lies two or three keys below: subjects and students, by the enrolments in their courses. */
function partnersBelow(lexicon: Lexicon): Partners[] {
  return belowEach(lexicon).filter(({ keys }) => keys > 1).flatMap((below) => usable(lexicon).filter((other) => other.child === below.low && other.parent !== below.top && !below.between.includes(other.parent)).map((other): Partners => ({
    name: `${below.top.name} ${below.low.name} ${other.column.name}`, parent: below.top, child: below.low, other: other.parent, names: below.names, group: below.group, key: `${below.low.alias}.${other.column.sql}`,
    from: below.join, tables: below.tables,
  })));
}
