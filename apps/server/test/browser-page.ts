import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const screens = path.join(import.meta.dirname, '../test-output/screens');
const rules = '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]';

/** A page in a real browser, as a person would use it. */
export interface BrowserPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, on the console, and dialogs: a page that is well has none. */
  readonly complaints: string[];
  /** Puts a question and waits for the whole answer. */
  ask(question: string): Promise<void>;
  /** What axe finds. */
  axe(): Promise<string[]>;
  /** A picture to look at, in test-output/screens. */
  shoot(name: string): Promise<void>;
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

export async function openPage(browser: Browser, url: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserPage> {
  const complaints: string[] = [];
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('dialog', (dialog) => (complaints.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return {
    page,
    context,
    complaints,
    async ask(question) {
      await page.getByLabel('Your question').fill(question);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
    },
    axe: () => runAxe(page),
    async shoot(name) {
      await mkdir(screens, { recursive: true });
      await page.screenshot({ path: path.join(screens, `${name}.png`), fullPage: true });
    },
  };
}

async function runAxe(page: Page): Promise<string[]> {
  // What is fading in has not its own colours yet.
  await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished))');
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>(`axe.run(document, { runOnly: ${rules} })`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
