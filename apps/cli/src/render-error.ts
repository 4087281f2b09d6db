import type { SqlwrightError } from '@sqlwright/errors';

/** An error as the terminal shows it, or as one JSON line where the command was asked for JSON. */
export function renderError(error: SqlwrightError, argv: readonly string[]): string {
  const { code, message, hint } = error;
  if (argv.includes('--json')) return `${JSON.stringify({ error: { code, message, hint } })}\n`;
  const details = argv.includes('--verbose') ? `\n${causes(error).join('\n')}` : '';
  return `\nerror [${code}] ${message}\nhint: ${hint}${details}\n`;
}

function causes(error: Error): string[] {
  const cause = error.cause instanceof Error ? causes(error.cause) : [];
  return [error.stack ?? error.message, ...cause];
}
