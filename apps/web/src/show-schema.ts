import { el } from './dom.ts';
import { formatColumn } from './format-value.ts';
import type { SchemaTable } from './types.ts';

const mostValues = 8;

/** What may be asked about: tables with their columns and the values of columns that hold few. */
export function showSchema(tables: readonly SchemaTable[]): HTMLElement[] {
  return tables.map(({ name, comment, columns }) =>
    el(
      'details',
      {},
      el('summary', {}, formatColumn(name), el('span', { class: 'quiet' }, ` ${columns.length} columns`)),
      comment === undefined ? undefined : el('p', {}, comment),
      el('ul', {}, ...columns.map((column) => el('li', {}, el('strong', {}, formatColumn(column.name)), el('span', { class: 'quiet' }, ` ${aboutColumn(column)}`)))),
    ),
  );
}

function aboutColumn({ type, comment, values }: SchemaTable['columns'][number]): string {
  const some = values === undefined || values.length === 0 ? undefined : `such as ${values.slice(0, mostValues).join(', ')}${values.length > mostValues ? ', …' : ''}`;
  return [type, comment, some].filter((part) => part !== undefined).join('; ');
}
