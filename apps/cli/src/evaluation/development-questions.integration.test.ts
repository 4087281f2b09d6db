import path from 'node:path';
import { silentProgress } from '@sqlwright/artifacts';
import { closeInstances, judgeCandidates, readQuestions, type Candidate, type CandidateReport, type EvaluationQuestion } from '@sqlwright/evaluation';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { openWorkspace } from '../workspace.ts';
import { openDatasetSuite } from './open-dataset-suite.ts';

/** A question with one of its right statements; null is one that the database cannot answer. */
interface Asked extends EvaluationQuestion {
  readonly accepted: string | null;
}

/** Makes up predictions from the questions' own right statements. */
type MakeUp = (asked: Asked, index: number, all: readonly Asked[]) => string | null;

/** Each with the least number of its questions. */
const datasets = { customer: 200, library: 100, hotel: 60, school: 60 } as const;

/** Each question once for each statement that is accepted, so that each is a prediction. */
function perStatement(questions: readonly EvaluationQuestion[]): Asked[] {
  return questions.flatMap((question) => (question.gold ?? [null]).map((accepted, place) => ({ ...question, id: `${question.id}/${place}`, question: `${question.question} (${place})`, gold: accepted === null ? null : [accepted], accepted })));
}

function candidate(name: string, asked: readonly Asked[], makeUp: MakeUp): Candidate {
  const predictions = new Map(asked.map((one, index) => [one.question, makeUp(one, index, asked)]));
  return {
    name,
    concurrency: 2,
    generator: {
      generate: (question) => {
        const sql = predictions.get(question) ?? null;
        return Promise.resolve(sql === null ? { kind: 'abstention', reply: "I don't know" } : { kind: 'sql', sql, reply: sql, groundings: [] });
      },
    },
  };
}

async function judge(dataset: string): Promise<{ questions: number; reports: ReadonlyMap<string, CandidateReport> }> {
  const workspace = await openWorkspace(dataset);
  const schema = await readDatasetSchema(workspace);
  const questions = await readQuestions(path.join(workspace.datasetFolder, workspace.config.evaluate.questions));
  const asked = perStatement(questions);
  const candidates = [
    candidate('gold', asked, ({ accepted }) => accepted),
    candidate('shuffled', asked, (_, index, all) => all[(index + Math.floor(all.length / 2)) % all.length]?.accepted ?? null),
    candidate('empty', asked, () => `SELECT * FROM ${schema.tables[0]!.name} WHERE false`),
    candidate('refusals', asked, () => null),
  ];
  const [database, instances] = await Promise.all([openSeededDatabase(workspace, schema), openDatasetSuite(workspace, schema, questions)]);
  try {
    const input = { dataset, schema, database, instances, questions: asked.map(({ accepted: _, ...question }) => question), evalSamples: [], contract: workspace.config.prompt, candidates };
    const report = await judgeCandidates({ ...input, limits: { evalSamples: 0, statementSeconds: 5, mutants: 0 } }, new AbortController().signal, silentProgress);
    return { questions: questions.length, reports: new Map(report.candidates.map((one) => [one.name, one])) };
  } finally {
    await Promise.all([database.close(), closeInstances(instances)]);
  }
}

const names = Object.keys(datasets) as (keyof typeof datasets)[];
const judged = new Map(await Promise.all(names.map(async (dataset) => [dataset, await judge(dataset)] as const)));

describe.each(names)('the development questions of %s', (dataset) => {
  const { questions, reports } = judged.get(dataset)!;
  const figuresOf = (name: string): CandidateReport['development'] => reports.get(name)!.development;

  it('are enough to tell models apart', () => expect(questions).toBeGreaterThan(datasets[dataset]));

  it('give gold against gold, and each further accepted statement, 100 %', () => {
    const { records } = reports.get('gold')!;
    const wrong = records.development.filter(({ outcome }) => outcome !== 'exact' && outcome !== 'refused');
    expect(wrong.map(({ id, outcome, detail }) => ({ id, outcome, detail }))).toEqual([]);
    expect(figuresOf('gold')).toMatchObject({ executionAccuracy: 1, testSuiteAccuracy: 1, refusalRecall: 1, refusalPrecision: 1 });
  });

  it('give shuffled predictions next to nothing', () => {
    expect(figuresOf('shuffled').executionAccuracy).toBeLessThan(0.03);
    expect(figuresOf('shuffled').testSuiteAccuracy).toBeLessThan(0.03);
  });

  it('give an always-empty statement nothing, refused unanswerable questions included', () => {
    expect(figuresOf('empty')).toMatchObject({ executionAccuracy: 0, testSuiteAccuracy: 0, refusalRecall: 0 });
  });

  it('give a model that refuses everything its refusals alone', () => {
    const { answerable, ...figures } = figuresOf('refusals');
    expect(figures).toMatchObject({ refusalRecall: 1, falseRefusals: answerable, executionAccuracy: 0 });
  });
});
