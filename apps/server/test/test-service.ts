import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SqlwrightError, type ErrorCode } from '@sqlwright/errors';
import { createScriptedModel } from '@sqlwright/language-model/testing';
import { promptContractSchema } from '@sqlwright/prompt';
import { parseDdl } from '@sqlwright/schema';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { checkStatement, createAnswerer, type StatementChecker } from '@sqlwright/sql-qa';
import { openFeedbackStore } from '../src/feedback/feedback-store.ts';
import type { FeedbackEntry } from '../src/feedback/feedback-entry.ts';
import { createAudit } from '../src/service/audit.ts';
import { createService, type Service } from '../src/service/create-service.ts';
import type { ServedDataset, ServedModel } from '../src/service/dataset.ts';
import { createSwappable } from '../src/service/swappable.ts';

type Rows = Awaited<ReturnType<StatementChecker['database']['read']>>;

const ddl = "CREATE TABLE guest (guest_id int PRIMARY KEY, full_name text, country text, arrived date); COMMENT ON TABLE guest IS 'People who stayed';";

/** What the made-up database holds, by statement. */
export const tables: Record<string, Rows> = {
  'SELECT count(*) FROM guest': { columns: ['count'], rows: [['3']], truncated: false },
  'SELECT full_name FROM guest': { columns: ['full_name'], rows: [['Ann'], ['Bo'], ['<script>alert(1)</script>']], truncated: false },
  'SELECT country, count(*) AS guests FROM guest GROUP BY country': { columns: ['country', 'guests'], rows: [['United States', '2'], ['Germany', '11'], [null, '1']], truncated: false },
  "SELECT to_char(arrived, 'YYYY-MM') AS month, count(*) FROM guest GROUP BY month": { columns: ['month', 'count'], rows: [['2025-01', '3'], ['2025-02', '9'], ['2025-03', '4']], truncated: false },
  'SELECT full_name AS "<img src=x onerror=alert(1)>", country AS "=1+1" FROM guest': { columns: ['<img src=x onerror=alert(1)>', '=1+1'], rows: [['<script>alert(1)</script>', '=HYPERLINK("http://evil.example")'], ['"><svg onload=alert(1)>', null]], truncated: true },
  "SELECT count(*) FROM guest WHERE country = 'United States'": { columns: ['count'], rows: [['2']], truncated: false },
};

const replies: Record<string, string> = {
  'How many guests?': 'SELECT count(*) FROM guest',
  'Who are they?': 'SELECT full_name FROM guest',
  'How many from the US?': "SELECT count(*) FROM guest WHERE country = 'US'",
  'How many by country?': 'SELECT country, count(*) AS guests FROM guest GROUP BY country',
  'How many by month?': "SELECT to_char(arrived, 'YYYY-MM') AS month, count(*) FROM guest GROUP BY month",
  'What is odd here? <b onmouseover=alert(1)>': 'SELECT full_name AS "<img src=x onerror=alert(1)>", country AS "=1+1" FROM guest',
  'Delete all': 'DELETE FROM guest',
  'What is hidden?': 'SELECT secret FROM vault',
  'What breaks?': 'SELECT guest_id FROM guest',
  'What lasts?': 'SELECT country FROM guest',
  'What is away?': 'SELECT arrived FROM guest',
};

const failures: Record<string, ErrorCode> = { 'SELECT country FROM guest': 'database.timeout', 'SELECT arrived FROM guest': 'database.unavailable' };

const database: StatementChecker['database'] = {
  read(guarded) {
    // The guard writes out where functions and tables are.
    const sql = guarded.replaceAll(/\b(pg_catalog|public)\./g, '');
    const rows = tables[sql];
    if (rows !== undefined) return Promise.resolve(rows);
    return Promise.reject(new SqlwrightError(failures[sql] ?? 'database.query-failed', `No: ${sql}`, { hint: '' }));
  },
};

/** A model that knows its replies by heart; questions that begin with "wait" end when `release` is called, or their client goes. */
export async function openTestModel(name = 'scripted:test'): Promise<ServedModel & { readonly seen: string[]; release(): void; closed: boolean }> {
  const schema = await parseDdl(ddl);
  const seen: string[] = [];
  const held: (() => void)[] = [];
  const model = createScriptedModel(async ({ message, signal }) => {
    seen.push(message);
    if (message === 'defect') throw new Error('secret detail');
    if (message === 'too long') throw new SqlwrightError('provider.request-too-long', 'It does not fit.', { hint: 'Ask a shorter question.' });
    if (message === 'unreachable') throw new SqlwrightError('provider.unavailable', 'No model.', { hint: 'Start it.' });
    if (!message.startsWith('wait')) return replies[message] ?? "I don't know";
    await new Promise<void>((resolve) => {
      held.push(resolve);
      signal?.addEventListener('abort', () => resolve());
    });
    return 'SELECT count(*) FROM guest';
  }, { name });
  const domains = { 'guest.country': ['United States', 'Germany'] };
  const generator = createSqlGenerator({ contract: promptContractSchema.parse({}), schema, model, domains, maxTokens: 100 });
  const answerer = createAnswerer({ generator, database, schema, refusal: 'I can only tell about our guests.', limits: { maxRows: 10, seconds: 5 } });
  const opened = { name, answerer, seen, closed: false, release: () => held.splice(0).forEach((end) => end()), close: async () => void (opened.closed = true) };
  return opened;
}

export interface TestService {
  readonly service: Service;
  readonly dataset: ServedDataset;
  readonly model: Awaited<ReturnType<typeof openTestModel>>;
  /** Lines of the audit log. */
  readonly audited: Record<string, unknown>[];
  feedback(): Promise<FeedbackEntry[]>;
  close(): Promise<void>;
}

export async function openTestService({ running = 1, waiting = 2, ping = async () => {} }: { running?: number; waiting?: number; ping?: () => Promise<void> } = {}): Promise<TestService> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-server-'));
  const file = path.join(folder, 'feedback.jsonl');
  const schema = await parseDdl(ddl);
  const model = await openTestModel();
  const checker = { database, schema, limits: { maxRows: 10, seconds: 5 } };
  const dataset: ServedDataset = {
    name: 'hotel',
    schema,
    domains: { 'guest.country': ['United States', 'Germany'] },
    examples: ['How many guests?'],
    databaseKind: 'pglite',
    model: createSwappable<ServedModel>(model),
    feedback: await openFeedbackStore(file),
    checkStatement: (sql, signal) => checkStatement(sql, checker, signal),
    ping,
  };
  const other: ServedDataset = { ...dataset, name: 'shop', model: createSwappable<ServedModel>(await openTestModel('scripted:shop')) };
  const audited: Record<string, unknown>[] = [];
  const audit = createAudit({ write: (line) => void audited.push(JSON.parse(line)) });
  return {
    service: createService({ datasets: [dataset, other], limits: { running, waiting }, audit }),
    dataset,
    model,
    audited,
    feedback: async () => (await readFile(file, 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as FeedbackEntry),
    async close() {
      await dataset.feedback.close();
      await rm(folder, { recursive: true });
    },
  };
}
