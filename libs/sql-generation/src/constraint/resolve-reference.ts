import type { Reference, Scope, Source } from './scope.ts';

/** `open`: what follows may still make it known, or not. */
export type Standing = 'known' | 'unknown' | 'ambiguous' | 'open';

/** What a column means, as far as the statement is written. */
export function resolveReference(reference: Reference): Standing {
  const { scope, column, mayBeOutput } = reference;
  if (mayBeOutput === true && scope.outputs.has(column.text)) return 'known';
  for (const visible of visibleScopes(reference)) {
    const standing = lookUp(reference, visible);
    // A table that still comes may hide the one that was found, and USING may make one of two columns.
    if (visible.fromEnd === undefined && standing !== 'unknown') return 'open';
    if (standing !== undefined) return standing;
  }
  return 'unknown';
}

/** The scopes whose tables a reference can be of, the nearest first. */
export function visibleScopes({ scope }: Reference): Scope[] {
  const scopes: Scope[] = [];
  for (let next: Scope | undefined = scope; next !== undefined; next = next.parent) scopes.push(next);
  return scopes;
}

function lookUp({ qualifier, column }: Reference, { sources, merged }: Scope): Standing | undefined {
  if (qualifier === undefined) return lookUpBare(column.text, sources, merged);
  const source = sources.find((one) => one.name === qualifier.text);
  if (source === undefined) return undefined;
  return column.text === '*' || hasColumn(source, column.text) ? 'known' : 'unknown';
}

function lookUpBare(name: string, sources: readonly Source[], merged: ReadonlySet<string>): Standing | undefined {
  const found = sources.filter((source) => hasColumn(source, name));
  if (found.length === 0) return undefined;
  const isSure = found.length === 1 || merged.has(name) || found.some(({ columns }) => columns === undefined);
  return isSure ? 'known' : 'ambiguous';
}

export function hasColumn({ columns }: Source, name: string): boolean {
  return columns === undefined || columns.has(name);
}
