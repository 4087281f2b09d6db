import { setFlagsFromString } from 'node:v8';

/**
 * Where few things are computed and many processes may run. WebAssembly stays as it is compiled at first: V8 would compile the parts that are used most a
 * second time beside the work, which takes half a gigabyte for a moment and the time of a core, as PostgreSQL's parser is one huge function. Memory
 * for new objects does not grow while modules are loaded. Measured: a statement is guarded in the same time, and PGlite takes a fifth longer
 * for a query, which is why stages that run thousands do without this. To be called before anything is compiled.
 */
export function keepMemorySmall(): void {
  for (const flag of ['--no-wasm-dynamic-tiering', '--no-wasm-tier-up', '--semi-space-growth-factor=1']) setFlagsFromString(flag);
}
