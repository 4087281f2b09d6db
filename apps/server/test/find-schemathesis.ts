import { spawnSync } from 'node:child_process';

/** The command of an installed schemathesis; where there is none, says on standard error what is skipped. */
export function findSchemathesis(): string | undefined {
  const command = process.env['SCHEMATHESIS'] ?? 'schemathesis';
  if (spawnSync(command, ['--version']).status === 0) return command;
  process.stderr.write('SKIPPED: no schemathesis, no requests are made up from the OpenAPI description (pip install schemathesis, or SCHEMATHESIS=<file>).\n');
  return undefined;
}
