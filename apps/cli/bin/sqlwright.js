#!/usr/bin/env -S node --conditions=@sqlwright/source --disable-warning=ExperimentalWarning
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';

// Loading the sources takes most of the time until a command works; compiled once, it takes less than half. Older versions of Node lack it.
nodeModule.enableCompileCache?.();
// In the workspace the sources run as they are; a packed CLI holds dist only.
const source = new URL('../src/main.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../dist/main.js', import.meta.url).href);
