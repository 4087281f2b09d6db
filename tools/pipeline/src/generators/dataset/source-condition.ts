import { registerHooks } from 'node:module';

const condition = '@sqlwright/source';

/** Nx starts without the condition that leads `@sqlwright/*` to sources; with it, the generator needs no build before. */
export function resolveToSources(): void {
  registerHooks({
    resolve: (specifier, context, next) => next(specifier, { ...context, conditions: [...new Set([...(context.conditions ?? []), condition])] }),
  });
}
