import { SqlwrightError } from '@sqlwright/errors';
import { openTestServer } from '../../../test/test-server.ts';

describe('GET /healthz and /readyz', () => {
  it('tell that the process lives and the databases answer', async () => {
    const test = await openTestServer();
    expect((await test.server.inject('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await test.server.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready', datasets: { hotel: 'ready', shop: 'ready' } }]);
    await test.close();
  });

  it('tell a lost database from a lost process', async () => {
    const test = await openTestServer({}, { ping: () => Promise.reject(new SqlwrightError('database.unavailable', 'Gone.', { hint: '' })) });
    expect((await test.server.inject('/healthz')).statusCode).toBe(200);
    const ready = await test.server.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toMatchObject([503, { status: 'not ready', datasets: { hotel: 'database.unavailable' } }]);
    await test.close();
  });
});

it('GET /metrics counts answers, errors, feedback and places', async () => {
  const test = await openTestServer();
  await test.ask('How many guests?');
  await test.ask('What is love?');
  await test.ask('unreachable');
  const { body, headers } = await test.server.inject('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  for (const line of [
    'sqlwright_questions_total{dataset="hotel",status="answered"} 1',
    'sqlwright_questions_total{dataset="hotel",status="refused"} 1',
    'sqlwright_question_errors_total{dataset="hotel",code="provider.unavailable"} 1',
    'sqlwright_generate_seconds_count{dataset="hotel"} 2',
    'sqlwright_queue_questions{place="waiting"} 0',
    'sqlwright_http_seconds_count{route="/v1/ask",method="POST",status="200"} 2',
  ]) {
    expect(body).toContain(line);
  }
  await test.close();
});
