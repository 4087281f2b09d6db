import { setFlagsFromString } from 'node:v8';

/**
 * Leaves WebAssembly as it is compiled at first. V8 would compile the parts that are used most a second time beside the work, which takes half a gigabyte for
 * a moment and the time of a core: PostgreSQL's parser is one huge function. To be called before anything is compiled. Measured: a statement is guarded
 * in the same time, and PGlite takes a fifth longer for a query, which is why stages that run thousands do without this.
 */
export function compileWasmOnce(): void {
  for (const flag of ['--no-wasm-dynamic-tiering', '--no-wasm-tier-up', '--max-semi-space-size=2']) setFlagsFromString(flag);
}
