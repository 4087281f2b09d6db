import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '@sqlwright/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { reportOfMany, runsOfMany } from '../../../test/report-of-many.ts';
import { renderHtml } from './render-html.ts';

const browserFile = findBrowser('the report');

/** Height in pixels of the smallest letters, those of the plots included, which shrink with the screen. */
async function smallestLetters(page: Page): Promise<number> {
  const heights = await page.locator('svg text, .label, .value, td, p').evaluateAll((texts) => texts.map((text) => (text.checkVisibility() && text.textContent !== '' ? text.getBoundingClientRect().height : Infinity)));
  return Math.min(...heights);
}

/** Texts of the plots that reach over the edge of the plot. */
async function cutOff(page: Page): Promise<string[]> {
  return page.locator('figure').evaluateAll((figures) =>
    figures.flatMap((figure) => {
      const edge = figure.getBoundingClientRect();
      const texts = [...figure.querySelectorAll('svg text, .label, .value')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      return texts.filter(({ box }) => box.left < edge.left - 0.5 || box.right > edge.right + 0.5).map(({ text }) => text);
    }));
}

(browserFile === undefined ? describe.skip : describe)('the report in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = process.env['SQLWRIGHT_SCREENSHOTS'] ?? (await mkdtemp(path.join(os.tmpdir(), 'report-')));
    await writeFile(path.join(folder, 'report.html'), renderHtml(reportOfMany(), runsOfMany()));
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
    expect(await page.locator('figure').count()).toBeGreaterThanOrEqual(5);
    expect(await smallestLetters(page)).toBeGreaterThan(11);
    expect(await cutOff(page)).toEqual([]);
    await page.locator('summary').first().click();
    expect(await page.locator('details .sides').first().isVisible()).toBe(true);
    const screenshot = path.join(folder, `${name.replace(' ', '-')}.png`);
    await page.screenshot({ path: screenshot, fullPage: true });
    expect((await stat(screenshot)).size).toBeGreaterThan(20_000);
    await page.close();
  }, 120_000);
});
