import type { TypeName } from '@pgsql/types';

/** The spelling in which the model writes the types that PostgreSQL's grammar names otherwise. */
const spellings: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  bpchar: 'char',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  smallserial: 'smallint',
  'character varying': 'varchar',
  character: 'char',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
};

/** Writes a parsed type in the model's spelling: `varchar(50)`, `timestamptz`, `integer[]`. */
export function renderTypeName(type: TypeName): string {
  const parts = (type.names ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
  const named = parts.filter((part) => part !== 'pg_catalog' && part !== 'public').join('.');
  const modifiers = (type.typmods ?? []).flatMap((node) => ('A_Const' in node ? [String(node.A_Const.ival?.ival ?? 0)] : []));
  const isInterval = named === 'interval' || named === 'bool';
  const size = modifiers.length === 0 || isInterval ? '' : `(${modifiers.join(',')})`;
  return `${spellType(named)}${named === 'bpchar' && size === '' ? '(1)' : size}${'[]'.repeat(type.arrayBounds?.length ?? 0)}`;
}

/** The model's spelling of a type as PostgreSQL's `format_type` prints it. */
export function spellType(printed: string): string {
  const match = /^(.*?)(\([\d,\s]+\))?( with(?:out)? time zone)?(\[\])*$/.exec(printed);
  const name = `${match?.[1] ?? printed}${match?.[3] ?? ''}`;
  const spelled = spellings[name] ?? name;
  return `${spelled}${(match?.[2] ?? '').replace(/\s/g, '')}${printed.endsWith('[]') ? '[]' : ''}`;
}
