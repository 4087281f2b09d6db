import { Refusal } from '../refusal.ts';
import { soundsSecret } from './readable-tables.ts';

const systemColumns = new Set('ctid xmin xmax cmin cmax tableoid'.split(' '));

/** Functions that take a row of any kind: `alias.count` calls count(alias) where the table has no such column. */
const rowFunctions = new Set(
  `array_agg json_agg jsonb_agg json_agg_strict jsonb_agg_strict any_value concat quote_literal quote_nullable to_json to_jsonb row_to_json num_nulls num_nonnulls
  json_build_array jsonb_build_array record_out record_send hash_record`.split(/\s+/),
);

/** Refuses what may not be asked of a table whose columns are not known: system columns and names of secrets. */
export function checkOpenColumn(column: string): void {
  if (systemColumns.has(column)) throw new Refusal('unknown-relation', `The system column "${column}" may not be read.`);
  if (soundsSecret(column)) throw new Refusal('denied', `The column "${column}" sounds like a secret and may not be read.`);
}

/** Refuses `alias.name` where the name may be a function called in the guise of a column. */
export function checkOpenCall(name: string): void {
  if (rowFunctions.has(name) || /^(pg_|lo_|dblink)/.test(name)) throw new Refusal('forbidden-function', `"${name}" may be the call of a function in the guise of a column.`);
}
