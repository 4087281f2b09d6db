import { openTestServer, readEvents, type TestServer } from '../../../test/test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

describe('POST /v1/ask', () => {
  it('answers with SQL, rows and sentence, and says which model answered', async () => {
    const reply = await test.ask('How many guests?');
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        dataset: 'hotel',
        model: 'scripted:test',
        question: 'How many guests?',
        status: 'answered',
        sql: 'SELECT count(*) FROM guest',
        columns: ['count'],
        rows: [['3']],
        truncated: false,
        answer: expect.stringContaining('3'),
        groundings: [],
        seconds: { generate: expect.any(Number), execute: expect.any(Number) },
      },
    ]);
  });

  it('asks the dataset that is named, and tells which there are', async () => {
    expect((await test.ask('How many guests?', { dataset: 'shop' })).json()).toMatchObject({ dataset: 'shop', model: 'scripted:shop' });
    const reply = await test.ask('How many guests?', { dataset: 'shap' });
    expect([reply.statusCode, reply.json()]).toMatchObject([404, { error: { code: 'dataset.unknown', hint: 'Did you mean "shop"?' } }]);
  });

  it('gives an outcome that is no result as an answer, with 504 where the time was up', async () => {
    expect((await test.ask('What is love?')).json()).toMatchObject({ status: 'refused', sql: null, answer: 'I can only tell about our guests.' });
    expect((await test.ask('What is hidden?')).json()).toMatchObject({ status: 'blocked', rows: [] });
    expect((await test.ask('What breaks?')).json()).toMatchObject({ status: 'failed' });
    expect((await test.ask('What lasts?')).statusCode).toBe(504);
    const unreachable = await test.ask('What is away?');
    expect([unreachable.statusCode, unreachable.headers['retry-after'], unreachable.json()]).toMatchObject([503, '5', { status: 'failed', answer: 'The database cannot be reached.', reason: { code: 'database.unavailable' } }]);
    expect([unreachable.body.includes('No: '), test.audited.at(-1)]).toMatchObject([false, { reason: 'database.unavailable', detail: expect.stringContaining('No: ') }]);
  });

  it.each([
    ['a missing question', '{}', 'application/json', 400],
    ['a question that is no text', '{"question": 7}', 'application/json', 400],
    ['an unknown key', '{"question": "x", "questoin": "y"}', 'application/json', 400],
    ['what is no JSON', '{"question"', 'application/json', 400],
    ['an empty question', '{"question": ""}', 'application/json', 400],
    ['SQL in place of a question', '{"sql": "SELECT 1"}', 'application/json', 400],
    ['a text', 'How many?', 'text/plain', 400],
    ['a form', 'question=x', 'application/x-www-form-urlencoded', 415],
    ['a large body', JSON.stringify({ question: 'x'.repeat(20_000) }), 'application/json', 413],
  ])('refuses %s', async (_name, payload, contentType, status) => {
    const reply = await test.server.inject({ method: 'POST', url: '/v1/ask', payload, headers: { 'content-type': contentType } });
    expect([reply.statusCode, reply.json()]).toEqual([status, { error: { code: 'usage.invalid', type: 'invalid_request_error', message: expect.any(String), hint: expect.any(String) } }]);
  });

  it('maps errors to statuses and keeps the details of a defect to itself', async () => {
    const unreachable = await test.ask('unreachable');
    expect([unreachable.statusCode, unreachable.json()]).toMatchObject([502, { error: { code: 'provider.unavailable', message: 'No model.', hint: 'Start it.' } }]);
    expect((await test.ask('too long')).statusCode).toBe(400);
    const defect = await test.ask('defect');
    expect([defect.statusCode, defect.body.includes('secret detail')]).toEqual([500, false]);
    expect(test.defects).toHaveLength(1);
  });

  it('writes who asked what and what ran into the audit log, without rows', async () => {
    await test.ask('Who are they?');
    const entry = test.audited.at(-1);
    expect(entry).toMatchObject({ act: 'ask', caller: { key: null, address: '127.0.0.1', via: 'http' }, question: 'Who are they?', sql: 'SELECT full_name FROM guest', rowCount: 3, status: 'answered' });
    expect(JSON.stringify(test.audited)).not.toContain('Ann');
  });
});

describe('POST /v1/ask as a stream', () => {
  it('shows the statement while it is written, the rows, the sentence and the end', async () => {
    const reply = await test.ask('How many from the US?', { stream: true });
    expect(reply.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const events = readEvents(reply.body);
    const written = events.filter(({ event }) => event === 'writing').map(({ data }) => (data as { text: string }).text);
    expect(written.join('')).toBe("SELECT count(*) FROM guest WHERE country = 'US'");
    expect(written.length).toBeGreaterThan(3);
    expect(events.filter(({ event }) => event !== 'writing')).toEqual([
      { event: 'queued', data: { ahead: 0 } },
      { event: 'sql', data: { sql: "SELECT count(*) FROM guest WHERE country = 'United States'", groundings: [{ column: 'guest.country', written: 'US', taken: 'United States' }] } },
      { event: 'rows', data: { columns: ['count'], rows: [['2']], truncated: false } },
      { event: 'answer', data: expect.objectContaining({ status: 'answered', answer: expect.stringContaining('2') }) },
      { event: 'done', data: { id: expect.any(String), dataset: 'hotel', model: 'scripted:test', seconds: expect.any(Object) } },
    ]);
  });

  it('is chosen by the header Accept too', async () => {
    const reply = await test.server.inject({ method: 'POST', url: '/v1/ask', payload: { question: 'What is love?' }, headers: { accept: 'text/event-stream' } });
    expect(readEvents(reply.body).map(({ event }) => event)).toEqual(expect.arrayContaining(['queued', 'answer', 'done']));
  });

  it('has a status of its own where it fails before it begins, and an event where it fails later', async () => {
    expect((await test.ask('x', { stream: true, dataset: 'none' })).statusCode).toBe(404);
    const late = readEvents((await test.ask('unreachable', { stream: true })).body);
    expect(late.at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'provider.unavailable' } } });
    const told = test.defects.length;
    expect((await test.ask('defect', { stream: true })).body).not.toContain('secret detail');
    expect(test.defects).toHaveLength(told + 1);
  });
});
