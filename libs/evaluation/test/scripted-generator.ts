import type { SqlGenerator } from '@sqlwright/sql-generation';

/** A generator with a fixed reply to each question; null is an abstention. */
export function scriptedGenerator(replies: Readonly<Record<string, string | null>>): SqlGenerator & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    generate: (question) => {
      asked.push(question);
      const sql = replies[question] ?? null;
      return Promise.resolve(sql === null ? { kind: 'abstention', reply: "I don't know" } : { kind: 'sql', sql, reply: sql, groundings: [] });
    },
  };
}
