import { tokenAt, type StatementDraft } from './statement-draft.ts';
import { columnNames, isFields, visitNodes, type Fields } from './syntax-tree.ts';

/** Writes key words, functions and the types of literals (`DATE '…'`) in upper case, names without quotes and the types of casts (`x::date`) in lower case. */
export function writeCase(draft: StatementDraft): void {
  markCalls(draft);
  const names = namesIn(draft.tree);
  for (const [index, token] of draft.tokens.entries()) {
    if (token.kind === 'other') continue;
    const lower = token.text.toLowerCase();
    draft.texts[index] = isName(draft, index, names) ? lower : token.text.toUpperCase();
  }
}

function isName(draft: StatementDraft, index: number, names: ReadonlySet<string>): boolean {
  const token = draft.tokens[index];
  const [before, twoBefore] = [draft.tokens[index - 1]?.text.toUpperCase(), draft.tokens[index - 2]?.text.toUpperCase()];
  if (before === '::') return true;
  if (token === undefined || draft.calls.has(index) || (before === '(' && twoBefore === 'EXTRACT')) return false;
  if (token.kind === 'reserved') return before === '.';
  return token.kind === 'name' || names.has(token.text.toLowerCase());
}

function markCalls(draft: StatementDraft): void {
  const mark = (location: unknown): void => void draft.calls.add(tokenAt(draft, location));
  visitNodes(draft.tree, (kind, fields) => {
    if (kind === 'FuncCall' || kind === 'CoalesceExpr' || kind === 'MinMaxExpr') mark(fields['location']);
    if (kind === 'TypeCast' && isFields(fields['typeName'])) mark(fields['typeName']['location']);
    if (kind === 'A_Expr' && fields['kind'] === 'AEXPR_NULLIF') mark(fields['location']);
  });
  draft.calls.delete(-1);
}

/** Every name of a table, column, alias or common table expression that the statement holds. */
function namesIn(tree: unknown): Set<string> {
  const names = new Set<string>();
  visitNodes(tree, (kind, fields) => {
    if (kind === 'ColumnRef') columnNames({ ColumnRef: fields }).forEach((name) => names.add(name));
    for (const name of ownNames(fields)) names.add(name);
  });
  return names;
}

function ownNames(fields: Fields): string[] {
  const alias = isFields(fields['alias']) ? fields['alias']['aliasname'] : undefined;
  return [fields['relname'], fields['schemaname'], fields['ctename'], fields['name'], alias].filter((name) => typeof name === 'string');
}
