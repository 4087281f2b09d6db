import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { clearCountsFiles } from './counts-files.ts';
import { reportCounts } from './report-counts.ts';

const workspace = path.join(import.meta.dirname, '../../..');
const targets = ['lint', 'typecheck', 'build', 'test', 'test-integration'];

// `npm test`: every check of every project, then one line with the sum. Further arguments go to `nx run-many`.
clearCountsFiles(workspace);
const nx = path.join(workspace, 'node_modules/nx/dist/bin/nx.js');
const args = [nx, 'run-many', '--targets', targets.join(','), '--nxBail=false', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: workspace, stdio: 'inherit' });
const { lines, failed } = reportCounts(workspace, status !== 0);
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;
