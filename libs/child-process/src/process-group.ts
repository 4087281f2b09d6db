import { setTimeout as sleep } from 'node:timers/promises';

/** A program leads a group of its own, so that its children can be ended with it. Windows has no such groups. */
export const ownGroup = process.platform !== 'win32';

/** A program that ignores the polite signal is ended for good after this time. */
const patienceMilliseconds = 5000;
const pollMilliseconds = 20;

interface ProcessGroup {
  /** Ends every process of the group; they are gone when it resolves. */
  end(): Promise<void>;
  /** Resolves when the time is over that a program is given to end by itself. */
  patience(): Promise<void>;
  /** Forgets the group; to be called when its program has ended. */
  release(): void;
}

/** The group of the program with this process id. It also ends when this process exits. */
export function createProcessGroup(pid: number | undefined): ProcessGroup {
  const target = pid === undefined ? undefined : ownGroup ? -pid : pid;
  const kill = (): void => void send(target, 'SIGKILL');
  process.once('exit', kill);
  return {
    end: async () => {
      send(target, 'SIGTERM');
      await gone(target, patienceMilliseconds);
      kill();
      await gone(target, patienceMilliseconds);
    },
    patience: () => sleep(patienceMilliseconds, undefined, { ref: false }),
    release: () => void process.removeListener('exit', kill),
  };
}

async function gone(target: number | undefined, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline && send(target, 0)) await sleep(pollMilliseconds);
}

/** False when there is no such process any more. */
function send(target: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (target === undefined) return false;
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}
