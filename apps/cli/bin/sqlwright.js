#!/usr/bin/env -S node --conditions=@sqlwright/source --disable-warning=ExperimentalWarning
import { existsSync } from 'node:fs';

// In the workspace the sources run as they are; a packed CLI holds dist only.
const source = new URL('../src/main.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../dist/main.js', import.meta.url).href);
