import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A reply of server-sent events. Until the first event nothing is sent, so that a failure can still have a status of its own. */
export interface EventStream {
  readonly begun: boolean;
  /** Sends an event; without a name where a client expects only data. */
  send(data: unknown, event?: string): void;
  end(last?: string): void;
}

/** Proxies end a connection on which nothing comes for long. */
const heartbeatMs = 10_000;

export function createEventStream(reply: FastifyReply): EventStream {
  const stream = new PassThrough();
  let heartbeat: NodeJS.Timeout | undefined;
  const begin = (): void => {
    if (heartbeat !== undefined) return;
    heartbeat = setInterval(() => stream.write(': waiting\n\n'), heartbeatMs).unref();
    void reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).send(stream);
  };
  return {
    get begun() {
      return heartbeat !== undefined;
    },
    send(data, event) {
      begin();
      stream.write(`${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`);
    },
    end(last) {
      clearInterval(heartbeat);
      stream.end(last === undefined ? '' : `data: ${last}\n\n`);
    },
  };
}
