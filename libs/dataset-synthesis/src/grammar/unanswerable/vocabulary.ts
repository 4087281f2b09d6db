import type { DatabaseSchema } from '@sqlwright/schema';
import { splitName } from '../english/split-name.ts';
import type { Lexicon } from '../lexicon/lexicon-types.ts';

/** Everything that a schema speaks of, as one text in lower case: names, synonyms, comments, labels. */
export function vocabularyOf(schema: DatabaseSchema, lexicon: Lexicon): string {
  const tables = schema.tables.flatMap((table) => [splitName(table.name), table.comment ?? '', ...table.columns.flatMap(({ name, comment }) => [splitName(name), name, comment ?? ''])]);
  const spoken = lexicon.tables.flatMap((table) => [table.singular, ...table.synonyms.map(({ singular }) => singular), ...table.columns.flatMap(({ names, values }) => [...names, ...values])]);
  return [...tables, ...spoken, ...schema.enums.flatMap(({ name, values }) => [name, ...values])].join('\n').toLowerCase();
}
