import { openTestServer, type TestServer } from '../../../test/test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

describe('GET /v1/schema', () => {
  it('tells tables, columns, comments and values', async () => {
    const reply = await test.server.inject('/v1/schema?dataset=hotel');
    expect(reply.json()).toMatchObject({
      dataset: 'hotel',
      tables: [{ name: 'guest', comment: 'People who stayed', primaryKey: ['guest_id'], columns: [{ name: 'guest_id', type: 'integer' }, { name: 'full_name' }, { name: 'country', values: ['United States', 'Germany'] }, { name: 'arrived', type: 'date' }] }],
    });
  });

  it('refuses an unknown dataset and an unknown key', async () => {
    expect((await test.server.inject('/v1/schema?dataset=none')).statusCode).toBe(404);
    expect((await test.server.inject('/v1/schema?datset=hotel')).statusCode).toBe(400);
  });
});

it('GET /v1/datasets tells the models and examples', async () => {
  expect((await test.server.inject('/v1/datasets')).json()).toEqual({
    datasets: [
      { name: 'hotel', model: 'scripted:test', database: 'pglite', examples: ['How many guests?'] },
      { name: 'shop', model: 'scripted:shop', database: 'pglite', examples: ['How many guests?'] },
    ],
  });
});
