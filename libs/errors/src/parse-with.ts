import type { ErrorCode } from './error-codes.ts';
import { nearest } from './nearest.ts';
import { SqlwrightError } from './sqlwright-error.ts';

/** The part of a zod schema that is needed here, so that this library needs no zod. */
interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/**
 * Checks a value against a zod schema; all that is wrong comes in one error, an unknown key with the known key nearest to it.
 * @param known every key that the schema knows, for the suggestion
 * @throws SqlwrightError with the given code
 */
export function parseWith<T>(parser: Parser<T>, value: unknown, origin: { code: ErrorCode; what: string; hint: string; known?: readonly string[] }): T {
  const result = parser.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${describe(issue, origin.known ?? [])}`);
  throw new SqlwrightError(origin.code, `${origin.what} is not valid:\n${lines.join('\n')}`, { hint: origin.hint });
}

function describe(issue: Issue, known: readonly string[]): string {
  const at = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return at === '' ? issue.message : `${at}: ${issue.message}`;
  const keys = (issue.keys ?? []).map((key) => [at, key].filter(Boolean).join('.') + suggestion(key, known));
  return `unknown key ${keys.join(', ')}`;
}

function suggestion(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}
