import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from '../lexicon.ts';
import { createRandom } from '../random.ts';
import { registers } from '../style/speaker.ts';
import { tenureConditions } from './tenure-conditions.ts';

const lexicon = buildLexicon(await parseDdl(`
  CREATE TABLE branch (id int PRIMARY KEY, name text NOT NULL, opened_on date NOT NULL, closes_on date);
  CREATE TABLE member (id int PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, joined_on date NOT NULL, left_on date);
  CREATE TABLE employee (id int PRIMARY KEY, full_name text NOT NULL, hired_on date NOT NULL);
  CREATE TABLE ticket (id int PRIMARY KEY, subject text NOT NULL, created_at timestamp NOT NULL, closed_at timestamp);`), {});

/** All that is said in some draws, with its SQL. */
function said(table: string, column: string, ending: string): string[] {
  const entry = lexicon.tables.find(({ name }) => name === table);
  const own = entry?.columns.find(({ name }) => name === column);
  if (entry === undefined || own === undefined) throw new Error(`no ${table}.${column}`);
  const random = createRandom(4);
  const makers = tenureConditions(entry, own).filter(({ name }) => name.endsWith(ending));
  return Array.from({ length: 40 }, () => makers.flatMap((maker) => maker.make({ random, lexicon, today: '2026-12-01', usage: new Map() }) ?? []))
    .flat()
    .map((condition, index) => `${condition.say({ random, register: registers[index % 3] ?? 'plain' }).verb}: ${condition.sql('')}`);
}

describe('tenureConditions', () => {
  it.each([
    ['branch', 'opened_on', 'longer', /^are (older than|more than|over|>) ⟦(\d+)⟧ (years?|yrs)( old)?: opened_on < CURRENT_DATE - INTERVAL '\2 years?'$/],
    ['member', 'joined_on', 'longer', /^have been (with us|here|registered) for (more than|over|longer than|>) ⟦(\d+)⟧ (years?|yrs): joined_on < CURRENT_DATE - INTERVAL '\3 years?'$/],
    ['employee', 'hired_on', 'shorter', /^have (worked|been) .*for (less than|under|<) ⟦(\d+)⟧ (years?|yrs): hired_on > CURRENT_DATE - INTERVAL '\3 years?'$/],
    ['ticket', 'created_at', 'longer', /^are .*⟦(\d+)⟧ (days|weeks|months|years?|yrs)( old)?: created_at < CURRENT_DATE - INTERVAL '\1 (days|weeks|months|years?)'$/],
  ])('%s.%s %s', (table, column, ending, words) => {
    const all = said(table, column, ending);
    expect(all).toHaveLength(40);
    expect(all.filter((line) => !words.test(line))).toEqual([]);
  });

  it.each([['branch', 'closes_on'], ['member', 'left_on'], ['ticket', 'closed_at']])('says nothing of what did not begin then: %s.%s', (table, column) => {
    expect(said(table, column, '')).toEqual([]);
  });
});
