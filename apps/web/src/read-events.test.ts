import { readEvents } from './read-events.ts';

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

it.each([1, 7, 1000])('readEvents finds the events in pieces of %i characters', async (size) => {
  const text = ': waiting\n\nevent: queued\ndata: {"ahead":0}\n\nevent: writing\ndata: {"text":"SELECT\\n\\n1"}\n\nevent: cut\nda';
  const events = [];
  for await (const event of readEvents(cut(text, size))) events.push(event);
  expect(events).toEqual([
    { event: 'queued', data: { ahead: 0 } },
    { event: 'writing', data: { text: 'SELECT\n\n1' } },
  ]);
});
