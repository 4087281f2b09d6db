import { parseTree, scanTokens, type SqlToken } from './syntax-tree.ts';

/** A statement under rewriting: its tree as written, and its tokens, whose texts may be replaced; an empty text is left out. */
export interface StatementDraft {
  readonly tree: unknown;
  readonly tokens: readonly SqlToken[];
  readonly texts: string[];
  /** Places of function and type names. */
  readonly calls: Set<number>;
}

/** @throws Error for text that is no SQL */
export async function openDraft(sql: string): Promise<StatementDraft> {
  const [tree, tokens] = [await parseTree(sql), await scanTokens(sql)];
  return { tree, tokens, texts: tokens.map(({ text }) => text), calls: new Set() };
}

/** The index of the token at a location of the tree; -1 where there is none. */
export function tokenAt(draft: StatementDraft, location: unknown): number {
  return draft.tokens.findIndex(({ start }) => start === location);
}

const noSpaceAfter = new Set(['(', '[', '.', '::']);
const noSpaceBefore = new Set([')', ']', '[', ',', '.', '::', ';']);
const comparison = new Set(['=', '<', '>', '<=', '>=', '<>']);

/** Writes the tokens on one line with even spacing. */
export function renderDraft(draft: StatementDraft): string {
  let sql = '';
  let previous = -1;
  for (const [index, text] of draft.texts.entries()) {
    if (text === '') continue;
    sql += previous !== -1 && isSpaced(draft, previous, index) ? ` ${text}` : text;
    previous = index;
  }
  return sql;
}

function isSpaced(draft: StatementDraft, previous: number, index: number): boolean {
  const [before, text] = [draft.texts[previous] ?? '', draft.texts[index] ?? ''];
  if (noSpaceAfter.has(before) || noSpaceBefore.has(text)) return false;
  if (text === '(' && draft.calls.has(previous)) return false;
  if (before === ',' || before === ')' || comparison.has(before) || comparison.has(text) || index - previous > 1) return true;
  return draft.tokens[index]?.spaced ?? true;
}
