import { openPglite, renderSeededDatabase, type Database, type SeedOptions } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import { plantLiterals } from './plant-literals.ts';
import { plantTies } from './plant-ties.ts';

/** One of the generated databases of a test suite. */
export interface DataInstance {
  /** Tells how it was generated. */
  readonly name: string;
  readonly database: Database;
  /** Rows share the greatest and smallest values, so that LIMIT alone leaves it open which of them come. */
  readonly tied: boolean;
}

export interface InstancesInput {
  readonly schema: DatabaseSchema;
  /** How the first database was filled. */
  readonly seed: SeedOptions;
  readonly count: number;
  /** Right statements: the values that they compare columns with are planted, so that rows lie on both sides of each comparison and on it. */
  readonly statements: readonly string[];
}

/**
 * Generates databases of one schema that differ in rows: other draws, few rows, many NULLs, parents without and with many children. What tells a near miss
 * from the right statement in none of them is rarely a near miss.
 * @throws SqlwrightError database.query-failed where the schema cannot be filled with made-up rows
 */
export async function openInstances(input: InstancesInput): Promise<DataInstance[]> {
  const opened = await Promise.allSettled(Array.from({ length: input.count }, (_, index) => openInstance(input, index)));
  const instances = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = opened.find((result) => result.status === 'rejected');
  if (failed === undefined) return instances;
  await closeInstances(instances);
  throw failed.reason;
}

export async function closeInstances(instances: readonly DataInstance[]): Promise<void> {
  await Promise.all(instances.map(({ database }) => database.close()));
}

const variations: readonly { readonly name: string; readonly vary: (seed: SeedOptions) => Partial<SeedOptions> }[] = [
  { name: 'other draws', vary: () => ({}) },
  { name: 'few rows, many NULLs', vary: (seed) => ({ ...fewer(seed, 6), asOf: daysBefore(seed.asOf, 400), nullFraction: 0.3, childrenPerParent: spread(seed, [0.35, 0.3, 0.2, 0.15]) }) },
  { name: 'many children, ties', vary: (seed) => ({ ...fewer(seed, 2), asOf: daysBefore(seed.asOf, 45), nullFraction: 0.15, childrenPerParent: spread(seed, [0.2, 0.15, 0.25, 0.25, 0.15]) }) },
];

const tiedVariation = 2;

async function openInstance({ schema, seed, statements }: InstancesInput, index: number): Promise<DataInstance> {
  const { name, vary } = variations[index % variations.length] ?? variations[0]!;
  const options = { ...seed, ...vary(seed), randomSeed: seed.randomSeed + 1009 * (index + 1) };
  const tied = index % variations.length === tiedVariation;
  const database = await openPglite();
  try {
    for (const statement of renderSeededDatabase(schema, options)) await database.execute(statement);
    await plantLiterals(database, schema, statements);
    if (tied) await plantTies(database, schema);
  } catch (error) {
    await database.close();
    throw SqlwrightError.is(error) ? error : new SqlwrightError('internal.error', 'A database of the test suite could not be filled.', { cause: error, hint: 'Set evaluate.instances to 0 to go without a test suite.' });
  }
  return { name: `${name} (seed ${options.randomSeed})`, database, tied };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function fewer({ rows, defaultRows }: SeedOptions, divisor: number): Pick<SeedOptions, 'rows' | 'defaultRows'> {
  const divide = (count: number): number => Math.max(8, Math.round(count / divisor));
  return { rows: Object.fromEntries(Object.entries(rows).map(([table, count]) => [table, divide(count)])), defaultRows: divide(defaultRows) };
}

function spread({ childrenPerParent }: SeedOptions, weights: readonly number[]): SeedOptions['childrenPerParent'] {
  return Object.fromEntries(Object.keys(childrenPerParent).map((table) => [table, weights]));
}
