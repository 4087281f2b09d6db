import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { command, environment } from './workspace-copy.ts';

/** `sqlwright serve` in a process of its own. */
export interface RunningService {
  readonly url: string;
  readonly pid: number;
  /** The lines of its audit log so far. */
  readonly audited: readonly string[];
  post(route: string, body: object): Promise<Response>;
  /** Resolves with the exit status, null where a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the service of a workspace on a free port, and resolves when it listens. */
export async function startService(workspace: string, ...args: string[]): Promise<RunningService> {
  const [program, ...options] = command;
  const server = spawn(program, [...options, 'serve', '--port', '0', '--requests-per-minute', '10000', ...args], { cwd: workspace, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const audited: string[] = [];
  createInterface({ input: server.stdout }).on('line', (line) => audited.push(line));
  const url = await listeningUrl(server.stderr);
  server.stderr.resume();
  return {
    url,
    pid: server.pid ?? 0,
    audited,
    post: (route, body) => fetch(`${url}${route}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    async stop(signal = 'SIGTERM') {
      server.kill(signal);
      const [status] = (await once(server, 'exit')) as [number | null];
      return status;
    },
  };
}

async function listeningUrl(stream: Readable): Promise<string> {
  let text = '';
  for await (const data of stream.iterator({ destroyOnReturn: false })) {
    text += String(data);
    const url = /Listening on (http:\S+)/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The service ended before it listened: ${text}`);
}
