export { findBrowser } from './find-browser.ts';
export { hasPostgres } from './has-postgres.ts';
