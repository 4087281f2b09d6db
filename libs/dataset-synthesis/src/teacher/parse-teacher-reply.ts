import { z } from 'zod';
import { styles, type Reject, type TeacherSample } from '../sample.ts';

const sampleSchema = z.object({
  questions: z.array(z.string().trim().min(1)).min(1).max(styles.length),
  tables: z.array(z.string()).default([]),
  sql: z.string().trim().min(1),
});

export interface ParsedReply {
  readonly samples: readonly TeacherSample[];
  readonly rejects: readonly Reject[];
}

/**
 * Reads a reply line by line. Code fences, empty lines and the brackets and commas of an array are passed over; a line that is no
 * sample becomes a reject, the last line of a reply that was cut included.
 * @param origin `id` begins the ids of its samples
 */
export function parseTeacherReply(reply: string, origin: { id: string; topic: string }): ParsedReply {
  const samples: TeacherSample[] = [];
  const rejects: Reject[] = [];
  for (const [index, text] of reply.split('\n').entries()) {
    const line = text.trim().replace(/,$/, '');
    if (/^(```.*|[[\]])?$/.test(line)) continue;
    const id = `${origin.id}-${String(index + 1).padStart(3, '0')}`;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') rejects.push({ id, topic: origin.topic, reason: 'malformed-line', detail: `${parsed}: ${line.slice(0, 200)}`, questions: [], sql: null });
    else samples.push({ id, topic: origin.topic, ...parsed });
  }
  return { samples, rejects };
}

/** The sample of a line, or what is wrong with it. */
function parseLine(line: string): z.infer<typeof sampleSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const result = sampleSchema.safeParse(value);
  return result.success ? result.data : `not a sample (${result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')})`;
}
