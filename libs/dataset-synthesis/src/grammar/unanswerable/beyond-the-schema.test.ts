import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from '../lexicon.ts';
import { synthesizeByGrammar, type GrammarSample } from '../synthesize-by-grammar.ts';
import { missingDeeds } from './missing-deeds.ts';
import { vocabularyOf } from './vocabulary.ts';

const tables = `CREATE TABLE student (id int PRIMARY KEY, name text NOT NULL, birth_date date, email text, is_smoker boolean);
  CREATE TABLE teacher (id int PRIMARY KEY, name text NOT NULL, hire_date date);
  CREATE TABLE course (id int PRIMARY KEY, title text NOT NULL, teacher_id int REFERENCES teacher (id));`;

async function beyond(ddl: string): Promise<GrammarSample[]> {
  const all = synthesizeByGrammar({ schema: await parseDdl(ddl), domains: {}, samples: 1600, randomSeed: 2, abstention: 'none', today: '2026-11-22' });
  return all.filter(({ sql }) => sql === 'none');
}

const asked = (samples: readonly GrammarSample[], words: RegExp): GrammarSample[] => samples.filter(({ questions }) => questions.some((question) => words.test(question.toLowerCase())));

const samples = await beyond(tables);
const ofColumns = (all: readonly GrammarSample[]): GrammarSample[] => asked(all, /date of birth/).filter(({ topic }) => topic.endsWith('columns'));

describe('what the schema cannot answer', () => {
  it('asks of some people what is known of others, and not where a key joins them', async () => {
    const birthdays = ofColumns(samples);
    expect(birthdays.length).toBeGreaterThan(2);
    expect(birthdays.filter(({ questions }) => /student|pupil/.test(questions[0].toLowerCase()))).toEqual([]);
    expect(ofColumns(await beyond(tables.replace('hire_date date', 'student_id int REFERENCES student (id)')))).toEqual([]);
  });

  it('asks for no deed that the schema knows of', async () => {
    const deedsOf = async (ddl: string): Promise<string[]> => {
      const schema = await parseDdl(ddl);
      const lexicon = buildLexicon(schema, {});
      return missingDeeds(vocabularyOf(schema, lexicon)).cells(lexicon).map(({ name }) => name);
    };
    expect(await deedsOf(tables)).not.toContain('student smoke');
    expect(await deedsOf(tables.replace(', is_smoker boolean', ''))).toContain('student smoke');
  });

  it('comes in every kind', () => {
    const topics = Map.groupBy(samples, ({ topic }) => topic);
    expect([...topics.keys()].sort()).toEqual(['changes', 'columns', 'forecasts', 'general knowledge', 'injections', 'opinions', 'small talk', 'tables', 'too vague'].map((kind) => `beyond the schema: ${kind}`));
    expect(Math.min(...[...topics.values()].map(({ length }) => length))).toBeGreaterThan(4);
  });
});
