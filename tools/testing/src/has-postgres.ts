import net from 'node:net';

const port = 5432;

/** Whether a PostgreSQL listens on this machine; says on standard error that its tests are skipped where none does. */
export async function hasPostgres(): Promise<boolean> {
  const isListening = await listens();
  if (!isListening) process.stderr.write(`SKIPPED: no PostgreSQL listens on 127.0.0.1:${port}, its tests do not run.\n`);
  return isListening;
}

function listens(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
