import { readFile, rm } from 'node:fs/promises';
import { findBrowser } from '@sqlwright/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createKeyring, makeKey } from './security/keyring.ts';
import { launchBrowser, openPage, type BrowserPage } from '../test/browser-page.ts';
import { buildPage } from '../test/build-page.ts';
import { openTestServer, type TestServer } from '../test/test-server.ts';

const browserFile = findBrowser('the page');
const describeWithBrowser = browserFile === undefined ? describe.skip : describe;

describeWithBrowser('the page in Chromium', () => {
  let folder: string;
  let test: TestServer;
  let address: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let ask: BrowserPage['ask'];
  let axe: BrowserPage['axe'];
  let shoot: BrowserPage['shoot'];

  beforeAll(async () => {
    folder = await buildPage();
    test = await openTestServer({ pageFolder: folder });
    address = await test.server.listen({ port: 0, host: '127.0.0.1' });
    browser = await launchBrowser(browserFile ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await test.close();
    await rm(folder, { recursive: true });
  });
  afterEach(() => context.close());

  async function open(options: Parameters<Browser['newContext']>[0] = {}, url = address): Promise<void> {
    ({ page, context, complaints, ask, axe, shoot } = await openPage(browser, url, options));
  }

  it('answers a question with sentence, number, SQL and table', async () => {
    await open();
    await page.getByRole('button', { name: 'How many guests?' }).click();
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
    const answer = page.getByRole('region', { name: 'Answer' });
    expect(await answer.innerText()).toContain('SELECT count(*) FROM guest');
    expect(await answer.locator('.number').innerText()).toContain('3');
    await answer.getByText('As a table').click();
    expect(await answer.locator('caption').innerText()).toBe('1 row');
    expect(await page.getByRole('status').first().innerText()).toContain('Done.');
    await shoot('number');
    expect(complaints).toEqual([]);
  });

  it('draws bars and lines, sorts the table, says what was taken for what', async () => {
    await open();
    await ask('How many by country?');
    expect(await page.getByRole('img', { name: /Bar chart of guests/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'guests', exact: true }).click();
    expect(await page.locator('tbody td:last-child').allInnerTexts()).toEqual(['1', '2', '11']);
    await page.getByRole('button', { name: 'guests', exact: true }).click();
    expect(await page.locator('tbody td:first-child').allInnerTexts()).toEqual(['Germany', 'United States', '–']);
    expect(await page.locator('th[aria-sort=descending]').count()).toBe(1);
    await shoot('bars');
    await ask('How many by month?');
    await page.getByRole('img', { name: /Line chart of count/ }).waitFor();
    await shoot('line');
    await ask('How many from the US?');
    expect(await page.locator('.facts').innerText()).toBe('“US” was taken as “United States” (guest.country).');
    expect(complaints).toEqual([]);
  });

  it('shows HTML, scripts and formulas as text, and takes the formulas out of the CSV', async () => {
    await open();
    await ask('What is odd here? <b onmouseover=alert(1)>');
    const answer = page.getByRole('region', { name: 'Answer' });
    for (const text of ['<b onmouseover=alert(1)>', '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>']) expect(await answer.innerText()).toContain(text);
    expect(await answer.locator('img, script, svg, b').count()).toBe(0);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download CSV' }).click()]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv).toContain('"\'=1+1"');
    expect(csv).toContain('"\'=HYPERLINK(""http://evil.example"")"');
    expect(complaints).toEqual([]);
  });

  it('keeps what a person confirms or corrects', async () => {
    await open();
    await ask('How many guests?');
    await page.getByRole('button', { name: 'This is right' }).click();
    await page.getByText('Thank you, this is kept').waitFor();
    await ask('How many guests?');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.getByLabel('The statement that answers the question').fill('DROP TABLE guest');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await page.getByText('Correct it so that it is one SELECT').waitFor();
    await page.getByLabel('The statement that answers the question').fill('SELECT full_name FROM guest');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await page.getByText('gives 3 rows').waitFor();
    expect((await test.feedback()).slice(-2)).toMatchObject([{ verdict: 'right' }, { verdict: 'corrected', sql: 'SELECT full_name FROM guest' }]);
  });

  it('is used with the keyboard alone: ask, stop, ask again from the history', async () => {
    await open();
    await page.locator('#question:focus').waitFor();
    await page.keyboard.type('wait for it');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Stopped.').waitFor();
    while (test.service.queue.load().running > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await ask('How many guests?');
    await page.reload();
    await page.getByRole('region', { name: 'Asked before' }).getByRole('button', { name: 'How many guests?' }).press('Enter');
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
    await page.getByRole('button', { name: 'Forget all' }).press('Enter');
    expect(await page.getByText('Nothing yet.').count()).toBe(1);
  });

  it('waits for a place where many are asking, and says so', async () => {
    await open();
    const others = ['wait 1', 'wait 2', 'wait 3'].map((question) => test.ask(question));
    while (test.service.queue.load().waiting < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await page.getByLabel('Your question').fill('How many guests?');
    await page.keyboard.press('Enter');
    await page.getByText(/^Many are asking\. Your question is put again in \d+ s/).waitFor();
    await shoot('busy');
    while (test.service.queue.load().running > 0) await new Promise((resolve) => setTimeout(() => resolve(test.model.release()), 5));
    expect((await Promise.all(others)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
  });

  it('says so where the service is gone, and goes on when it is there again', async () => {
    await open();
    await page.getByRole('button', { name: 'How many guests?' }).waitFor();
    await context.setOffline(true);
    await page.getByLabel('Your question').fill('How many guests?');
    await page.keyboard.press('Enter');
    await page.getByText('The service cannot be reached.').waitFor();
    expect(await axe()).toEqual([]);
    await shoot('unreachable');
    await context.setOffline(false);
    await ask('How many guests?');
    expect(await page.getByText('The service cannot be reached.').count()).toBe(0);
  });

  it('keeps what was asked of one database apart from what was asked of another', async () => {
    await open();
    await ask('How many guests?');
    const before = page.getByRole('region', { name: 'Asked before' });
    await page.getByLabel('Database', { exact: true }).selectOption('shop');
    await before.getByText('Nothing yet.').waitFor();
    await page.getByLabel('Database', { exact: true }).selectOption('hotel');
    await before.getByRole('button', { name: 'How many guests?' }).waitFor();
  });

  it('tells what the database holds', async () => {
    await open();
    await page.getByText('guest', { exact: false }).locator('visible=true').last().waitFor();
    const holds = page.getByRole('region', { name: 'What the database holds' });
    await holds.locator('summary').first().click();
    expect(await holds.innerText()).toContain('such as United States, Germany');
  });

  it.each([
    ['light', 'light', { width: 1200, height: 900 }],
    ['dark', 'dark', { width: 1200, height: 900 }],
    ['phone', 'dark', { width: 360, height: 740 }],
  ] as const)('has nothing that axe finds and no sideways scrolling (%s)', async (name, colorScheme, viewport) => {
    await open({ colorScheme, viewport });
    await page.getByRole('button', { name: 'How many guests?' }).waitFor();
    expect(await axe()).toEqual([]);
    await ask('How many by country?');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.getByRole('region', { name: 'What the database holds' }).locator('summary').first().click();
    expect(await axe()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await shoot(name);
    await ask('What is love?');
    expect(await axe()).toEqual([]);
    await shoot(`${name}-refused`);
  });

  it('asks for the key where one is needed, and keeps it in this tab only', async () => {
    const { key, stored } = makeKey('page', '2026-01-01');
    const closed = await openTestServer({ pageFolder: folder, keyring: createKeyring([stored]) });
    await open({}, await closed.server.listen({ port: 0, host: '127.0.0.1' }));
    await page.getByLabel('Key', { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('This key is not known.').waitFor();
    expect(await page.getByLabel('Your question').isVisible()).toBe(false);
    expect(await axe()).toEqual([]);
    await shoot('key');
    await page.getByLabel('Key', { exact: true }).fill(key);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'How many guests?' }).click();
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain(key);
    await context.close();
    await closed.close();
  });

  it('shows the description of the API', async () => {
    await open({}, `${address}/docs`);
    await page.getByText('/v1/ask', { exact: false }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});
