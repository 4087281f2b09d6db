export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Renders plain data as YAML: maps a key a line, lists in brackets, texts as in JSON, which YAML contains. */
export function renderYaml(value: Readonly<Record<string, YamlValue>>, indent = ''): string {
  return Object.entries(value).map(([key, item]) => `${indent}${key}:${renderItem(item, indent)}\n`).join('');
}

function renderItem(item: YamlValue, indent: string): string {
  if (isMap(item)) return `\n${renderYaml(item, `${indent}  `).trimEnd()}`;
  return ` ${renderScalar(item)}`;
}

function renderScalar(item: YamlValue): string {
  if (Array.isArray(item)) return `[${item.map(renderScalar).join(', ')}]`;
  // YAML 1.1 reads 1e-7 as a text: a number with an exponent needs a point.
  if (typeof item === 'number') return String(item).replace(/^(-?\d+)e/, '$1.0e');
  return JSON.stringify(item);
}

function isMap(item: YamlValue): item is Readonly<Record<string, YamlValue>> {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}
