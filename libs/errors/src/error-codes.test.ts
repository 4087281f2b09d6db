import { readFile } from 'node:fs/promises';
import { errorCodes } from './error-codes.ts';

it('docs/errors.md lists each code with its exit code, and no other', async () => {
  const text = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  const listed = [...text.matchAll(/^\| `([a-z.-]+)` \| (\d+) \|/gm)].map((match) => [match[1], Number(match[2])]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(Object.entries(errorCodes).map(([code, { exitCode }]) => [code, exitCode])));
});
