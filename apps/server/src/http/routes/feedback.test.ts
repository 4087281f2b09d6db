import type { LightMyRequestResponse } from 'fastify';
import { openTestServer, type TestServer } from '../../../test/test-server.ts';

let test: TestServer;
beforeEach(async () => {
  test = await openTestServer();
});
afterEach(() => test.close());

async function idOf(question: string): Promise<string> {
  return (await test.ask(question)).json<{ id: string }>().id;
}
const tell = (payload: object): Promise<LightMyRequestResponse> => test.server.inject({ method: 'POST', url: '/v1/feedback', payload });

describe('POST /v1/feedback', () => {
  it('keeps a confirmed answer with the statement that ran', async () => {
    const id = await idOf('How many guests?');
    const reply = await tell({ id, verdict: 'right', comment: 'fine' });
    expect([reply.statusCode, reply.json()]).toEqual([201, { kept: true, verdict: 'right' }]);
    expect(await test.feedback()).toEqual([
      { id, time: expect.stringMatching(/Z$/), verdict: 'right', question: 'How many guests?', sql: 'SELECT count(*) FROM guest', answered: 'SELECT count(*) FROM guest', model: 'scripted:test', key: null, comment: 'fine' },
    ]);
  });

  it('runs a correction, keeps it, and gives none of its rows back', async () => {
    const reply = await tell({ id: await idOf('How many guests?'), verdict: 'corrected', sql: ' SELECT full_name FROM guest; ' });
    expect([reply.statusCode, reply.json()]).toEqual([201, { kept: true, verdict: 'corrected', columns: ['full_name'], rowCount: 3 }]);
    expect(await test.feedback()).toMatchObject([{ verdict: 'corrected', sql: 'SELECT full_name FROM guest', answered: 'SELECT count(*) FROM guest' }]);
  });

  it('keeps that the database cannot tell', async () => {
    expect((await tell({ id: await idOf('How many guests?'), verdict: 'corrected', sql: null })).statusCode).toBe(201);
    expect((await tell({ id: await idOf('What is love?'), verdict: 'right' })).statusCode).toBe(201);
    expect((await test.feedback()).map(({ sql }) => sql)).toEqual([null, null]);
  });

  it.each([
    ['DELETE FROM guest', 'guard.refused'],
    ['SELECT * FROM pg_shadow', 'guard.refused'],
    ['SELECT pg_sleep(9)', 'guard.refused'],
    ['SELECT guest_id FROM guest', 'database.query-failed'],
  ])('keeps nothing of the correction %s', async (sql, code) => {
    const reply = await tell({ id: await idOf('How many guests?'), verdict: 'corrected', sql });
    expect([reply.statusCode, reply.json()]).toMatchObject([422, { error: { code } }]);
    expect(await test.feedback()).toEqual([]);
  });

  it('refuses what it cannot make sense of', async () => {
    const id = await idOf('How many guests?');
    expect((await tell({ id, verdict: 'corrected' })).statusCode).toBe(400);
    expect((await tell({ id, verdict: 'right', sql: 'SELECT 1' })).statusCode).toBe(400);
    expect((await tell({ id, verdict: 'perhaps' })).statusCode).toBe(400);
    expect((await tell({ id: await idOf('What is hidden?'), verdict: 'right' })).statusCode).toBe(400);
    const unknown = await tell({ id: 'never-given', verdict: 'right' });
    expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { error: { code: 'feedback.unknown-answer' } }]);
  });
});
