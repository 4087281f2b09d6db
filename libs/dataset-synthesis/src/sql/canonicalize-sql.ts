import { dropBooleanComparison, orderJoinOperands } from './rewrite-conditions.ts';
import { openDraft, renderDraft, type StatementDraft } from './statement-draft.ts';
import { renameAliases, type TableAliases } from './table-aliases.ts';
import { writeCase } from './write-case.ts';

/**
 * Writes a statement in the one spelling that a small model learns most easily: one line, key words and functions in upper case, names in
 * lower case, `<>`, no words that change nothing (INNER, OUTER, ASC, AS before a table's alias), `x` for `x = TRUE`, the column of the joined table
 * first, one alias a table. It rewrites tokens, led by PostgreSQL's own tree, and leaves all else as it is written. The caller checks that the
 * result gives the same rows, as a NULL may tell `x = TRUE` from `x` outside a condition.
 * @throws Error for text that is no SQL
 */
export async function canonicalizeSql(sql: string, aliases: TableAliases): Promise<string> {
  const draft = await openDraft(sql);
  writeCase(draft);
  renameAliases(draft, aliases);
  orderJoinOperands(draft);
  dropBooleanComparison(draft);
  dropEmptyWords(draft);
  return renderDraft(draft);
}

function dropEmptyWords(draft: StatementDraft): void {
  for (const [index, text] of draft.texts.entries()) {
    const [next, kind] = [draft.texts[index + 1], draft.tokens[index]?.kind];
    if (text === '!=') draft.texts[index] = '<>';
    if ((text === 'INNER' || text === 'OUTER') && next === 'JOIN') draft.texts[index] = '';
    if (text === 'ASC' && kind === 'reserved') draft.texts[index] = '';
  }
}
