import { parse, type Node, type SelectStmt } from 'libpg-query';
import { Refusal } from './refusal.ts';

const longest = 10_000;
const writers = /^(Insert|Update|Delete|Merge|Copy|Truncate)Stmt$/;

/** Parses the text and returns its only statement, a SELECT. */
export async function parseStatement(sql: string): Promise<SelectStmt> {
  if (sql.length > longest) throw new Refusal('too-complex', `The statement is longer than ${longest} characters.`);
  // The parser ends at a NUL, so what follows it would run unseen.
  if (sql.includes('\0')) throw new Refusal('not-sql', 'The text holds a NUL character.');
  const [first, ...others] = await parseText(sql);
  if (first === undefined) throw new Refusal('not-sql', 'The text holds no statement.');
  if (others.length > 0) throw new Refusal('several-statements', `The text holds ${others.length + 1} statements instead of one.`);
  if ('SelectStmt' in first) return first.SelectStmt;
  const type = Object.keys(first)[0] ?? '';
  if (writers.test(type)) throw new Refusal('modifies-data', `The statement changes or copies data (${type}).`);
  throw new Refusal('not-a-select', `The statement is not a SELECT (${type}).`);
}

async function parseText(sql: string): Promise<Node[]> {
  try {
    const { stmts } = await parse(sql);
    return (stmts ?? []).map(({ stmt }) => stmt ?? ({} as Node));
  } catch (error) {
    throw new Refusal('not-sql', `The text is not PostgreSQL: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
