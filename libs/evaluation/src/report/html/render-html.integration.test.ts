import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '@sqlwright/testing';
import { chromium, type Browser } from 'playwright-core';
import { reportOfMany } from '../../../test/report-of-many.ts';
import { renderHtml } from './render-html.ts';

const browserFile = findBrowser('the report');

(browserFile === undefined ? describe.skip : describe)('the report in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = process.env['SQLWRIGHT_SCREENSHOTS'] ?? (await mkdtemp(path.join(os.tmpdir(), 'report-')));
    await writeFile(path.join(folder, 'report.html'), renderHtml(reportOfMany()));
    browser = await chromium.launch({ executablePath: browserFile ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    if (process.env['SQLWRIGHT_SCREENSHOTS'] === undefined) await rm(folder, { recursive: true });
  });

  it.each([
    ['a desk', 1200, 900, 'light'],
    ['a phone', 390, 800, 'dark'],
  ] as const)('opens from the disk on %s without loading, complaining or scrolling sideways', async (name, width, height, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, offline: true });
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(path.join(folder, 'report.html')).href);
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(await page.locator('figure svg').count()).toBeGreaterThanOrEqual(4);
    const smallest = await page.locator('svg text').evaluateAll((texts) => Math.min(...texts.map((text) => text.getBoundingClientRect().height)));
    expect(smallest).toBeGreaterThan(7);
    await page.locator('summary').first().click();
    expect(await page.locator('details .sides').first().isVisible()).toBe(true);
    const screenshot = path.join(folder, `${name.replace(' ', '-')}.png`);
    await page.screenshot({ path: screenshot, fullPage: true });
    expect((await stat(screenshot)).size).toBeGreaterThan(20_000);
    await page.close();
  }, 120_000);
});
