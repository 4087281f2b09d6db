import { openPglite, renderSeededDatabase, type Database, type SeedOptions } from '@sqlwright/database';
import { parseDdl, type DatabaseSchema } from '@sqlwright/schema';
import type { EvaluationQuestion } from '../src/questions/evaluation-question.ts';
import { openInstances, type DataInstance } from '../src/test-suite/open-instances.ts';

const ddl = `
CREATE TABLE client (client_id INT PRIMARY KEY, name VARCHAR(60) NOT NULL, city VARCHAR(40), joined DATE, vip BOOLEAN);
CREATE TABLE purchase (purchase_id INT PRIMARY KEY, client_id INT NOT NULL REFERENCES client (client_id), amount NUMERIC(8,2), placed TIMESTAMP, status VARCHAR(20));`;

const seed: SeedOptions = {
  randomSeed: 5,
  asOf: '2026-11-20',
  defaultRows: 60,
  nullFraction: 0.1,
  combinations: [],
  rows: { client: 60 },
  values: { 'client.city': ['Rome', 'Oslo', 'Lima', 'Kyiv'], 'purchase.status': ['paid', 'open', 'void'] },
  childrenPerParent: { purchase: [0.3, 0.3, 0.25, 0.15] },
};

const question = (id: string, text: string, ...gold: string[]): EvaluationQuestion => ({ id, question: text, gold, topic: 'shop', level: 'medium' });

export const shopQuestions: readonly EvaluationQuestion[] = [
  question('cities', 'In which cities do clients live?', 'SELECT DISTINCT city FROM client WHERE city IS NOT NULL', 'SELECT city FROM client WHERE city IS NOT NULL GROUP BY city'),
  question('rome', 'names of the clients in Rome', "SELECT name FROM client WHERE city = 'Rome'", "SELECT client_id, name FROM client WHERE city = 'Rome'"),
  question('per-city', 'How many clients has each city, biggest first?', 'SELECT city, COUNT(*) AS n FROM client WHERE city IS NOT NULL GROUP BY city ORDER BY n DESC, city'),
  question('average', 'average amount of a paid purchase', "SELECT AVG(amount) FROM purchase WHERE status = 'paid'", "SELECT ROUND(AVG(amount), 2) FROM purchase WHERE status = 'paid'"),
  question('no-purchase', 'Which clients never bought anything?', 'SELECT name FROM client c WHERE NOT EXISTS (SELECT 1 FROM purchase p WHERE p.client_id = c.client_id)'),
  question('since', 'clients who joined since 2024-01-01', "SELECT name FROM client WHERE joined >= '2024-01-01'"),
  question('big', 'purchases over 100', 'SELECT purchase_id, amount FROM purchase WHERE amount > 100', 'SELECT * FROM purchase WHERE amount > 100'),
  question('newest', 'Who joined last?', 'SELECT name FROM client WHERE joined = (SELECT MAX(joined) FROM client)'),
  question('spenders', 'clients with an open purchase', "SELECT DISTINCT name, client_id FROM client JOIN purchase USING (client_id) WHERE status = 'open'"),
  question('all-counts', 'number of purchases of every client, also those without', 'SELECT c.client_id, COUNT(p.purchase_id) FROM client c LEFT JOIN purchase p ON p.client_id = c.client_id GROUP BY c.client_id'),
  question('vip-rome', 'number of VIPs in Rome', "SELECT COUNT(*) FROM client WHERE vip AND city = 'Rome'"),
  question('last-placed', 'When was the last purchase?', 'SELECT MAX(placed) FROM purchase'),
  question('atlantis', 'clients from Atlantis', "SELECT name FROM client WHERE city = 'Atlantis'"),
];

/** A small shop with a database and the databases of a test suite. */
export interface Shop {
  readonly schema: DatabaseSchema;
  readonly database: Database;
  readonly instances: readonly DataInstance[];
  close(): Promise<void>;
}

export async function openShop(): Promise<Shop> {
  const schema = await parseDdl(ddl);
  const database = await openPglite();
  for (const statement of renderSeededDatabase(schema, seed)) await database.execute(statement);
  const statements = shopQuestions.filter(({ id }) => id !== 'atlantis').flatMap(({ gold }) => gold ?? []);
  const instances = await openInstances({ schema, seed, count: 3, statements });
  return { schema, database, instances, close: async () => void (await Promise.all([database, ...instances.map((instance) => instance.database)].map((one) => one.close()))) };
}
