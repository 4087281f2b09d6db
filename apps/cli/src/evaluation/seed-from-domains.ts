import type { SeedOptions, ValueDomains } from '@sqlwright/database';

/** Made-up rows for any schema, with the values that its columns hold. */
export function seedFromDomains(domains: ValueDomains): SeedOptions {
  return { randomSeed: 1, asOf: new Date().toISOString().slice(0, 10), rows: {}, defaultRows: 200, childrenPerParent: {}, values: domains, combinations: [], nullFraction: 0.08 };
}
