import { fileURLToPath } from 'node:url';
import { startDialogue, type Program } from '@sqlwright/child-process';
import { SqlwrightError } from '@sqlwright/errors';
import { pythonScript } from '@sqlwright/python-environment';
import type { ModelFiles } from '../resolve-model.ts';
import { readMemory, type ProcessMemory } from './read-memory.ts';

/** A process of the benchmark that is asked lines of JSON. */
export interface Side {
  ask<T>(request: object): Promise<T>;
  readMemory(): Promise<ProcessMemory>;
  close(): Promise<void>;
}

export interface SidesOptions {
  readonly environment: { readonly python: string; readonly variables: Readonly<Record<string, string>> };
  /** Arguments of this command that open our side. */
  readonly workerArguments: readonly string[];
  readonly files: ModelFiles;
  readonly contextTokens: number;
  /** Of llama.cpp alone, and of the peer where it is tuned. */
  readonly threads: number;
  /** Whether the peer is set for speed where the article sets nothing. */
  readonly tunedPeer: boolean;
  readonly databaseUrl: string;
  readonly tables: readonly string[];
  readonly refusal: string;
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
}

/** The command as people start it, which finds compiled sources. */
const command = fileURLToPath(new URL('../../bin/sqlwright.js', import.meta.url));

/** What LangChain does with the rights of the connection shall harm nothing and shall end. */
const peerSession = { default_transaction_read_only: 'on', statement_timeout: '10000' };

/** Starts our side, the chain of the source article, and llama.cpp alone, each a process of its own over the same model. */
export function openSides(options: SidesOptions): Record<'ours' | 'peer' | 'raw', Side> {
  const { environment, files, signal, note } = options;
  const model = ['--model', files.file, ...(files.adapter === undefined ? [] : ['--adapter', files.adapter]), '--threads', String(options.threads)];
  const python = (script: string, args: readonly string[]): Side =>
    openSide({ command: environment.python, args: [pythonScript(script), ...model, ...args], env: environment.variables, signal, onLine: note });
  return {
    ours: openSide({ command: process.execPath, args: [...process.execArgv, command, ...options.workerArguments], signal, onLine: note }),
    peer: python('langchain_chain.py', [...(options.tunedPeer ? ['--tuned'] : []), '--database-url', withSettings(options.databaseUrl, peerSession), '--refusal', options.refusal, '--tables', ...options.tables]),
    raw: python('raw_completion.py', ['--context-tokens', String(options.contextTokens)]),
  };
}

function openSide(program: Program): Side {
  const dialogue = startDialogue(program);
  return {
    ask: async <T>(request: object) => readReply<T>(await dialogue.ask(JSON.stringify(request))),
    readMemory: () => readMemory(dialogue.pid ?? 0),
    close: () => dialogue.close(),
  };
}

function readReply<T>(line: string): T {
  try {
    return JSON.parse(line) as T;
  } catch (cause) {
    throw new SqlwrightError('child.failed', `A process of the benchmark answered with something else than JSON: ${line.slice(0, 200)}`, { cause, hint: 'Run it again; if it stays, report it as a defect.' });
  }
}

/** @param settings of PostgreSQL, for every session that is opened with the URL */
export function withSettings(url: string, settings: Readonly<Record<string, string>>): string {
  const changed = new URL(url);
  changed.searchParams.set('options', Object.entries(settings).map(([name, value]) => `-c${name}=${value}`).join(' '));
  return changed.href;
}
