import { z } from 'zod';

/** Every key that a zod schema of objects knows, at any depth; for suggestions in error messages. */
export function knownKeys(schema: z.ZodType): string[] {
  const found = new Set<string>();
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), found);
  return [...found];
}

function collect(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
    for (const key of Object.keys(node.properties)) found.add(key);
  }
  for (const child of Object.values(node)) collect(child, found);
}
