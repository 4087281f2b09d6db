import { existsSync } from 'node:fs';

const files = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The program of a Chromium on this machine; where there is none, says on standard error what is skipped.
 * @param what that is not tested without a browser, such as "the page"
 */
export function findBrowser(what: string): string | undefined {
  const file = files.find((name) => existsSync(name));
  if (file === undefined) process.stderr.write(`SKIPPED: no Chromium in /usr/bin, ${what} is not opened in a browser (Debian: apt-get install chromium).\n`);
  return file;
}
