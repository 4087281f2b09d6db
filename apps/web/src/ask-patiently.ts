import { ask, ServiceError } from './api.ts';
import type { AnswerEvent } from './types.ts';

const mostTries = 20;

/** Asks, and asks again where the service has no place, as soon as it says that it will have one. */
export async function* askPatiently(asked: Parameters<typeof ask>, onWait: (seconds: number) => void): AsyncGenerator<AnswerEvent> {
  const signal = asked[3];
  for (let tries = 1; ; tries += 1) {
    try {
      return yield* ask(...asked);
    } catch (error) {
      if (!(error instanceof ServiceError) || error.retryAfterSeconds === undefined || tries === mostTries) throw error;
      onWait(error.retryAfterSeconds);
      await pause(error.retryAfterSeconds, signal);
    }
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}
