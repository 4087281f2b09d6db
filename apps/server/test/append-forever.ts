import { openFeedbackStore } from '../src/feedback/feedback-store.ts';

// Appends without end, several at a time, and names each line on standard output once it is acknowledged.
const store = await openFeedbackStore(process.argv[2] ?? '');
const start = Number(process.argv[3] ?? 0);
for (let index = start; ; index += 4) {
  await Promise.all(
    [0, 1, 2, 3].map(async (offset) => {
      const id = `id-${index + offset}`;
      await store.append({ id, time: new Date().toISOString(), verdict: 'right', question: 'Ä'.repeat(500), sql: 'SELECT 1', answered: 'SELECT 1', model: 'm', key: null });
      process.stdout.write(`${id}\n`);
    }),
  );
}
