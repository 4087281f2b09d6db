import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundleSiblings } from './bundle-siblings.ts';

const compiler = path.join(import.meta.dirname, '../../../node_modules/@typescript/native/bin/tsc');

// npm runs this in the folder of the library before it packs.
const { status } = spawnSync(process.execPath, [compiler, '--build', 'tsconfig.lib.json'], { stdio: ['ignore', 2, 2] });
if (status === 0) bundleSiblings(process.cwd());
process.exitCode = status ?? 1;
