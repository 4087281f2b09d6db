import type { PromptContract } from './prompt-contract.ts';

/** What a model's reply says: a statement, or that it does not know. */
export type Reply = { readonly kind: 'sql'; readonly sql: string } | { readonly kind: 'abstention' };

/**
 * Reads a model's reply: the SQL out of a code fence or out of the prose around it, without comment before and semicolon after.
 * A reply without SELECT, WITH or VALUES is no SQL and counts as an abstention.
 */
export function parseReply(contract: PromptContract, reply: string): Reply {
  const text = unfence(reply).trim();
  if (text === '' || isAbstention(contract, text)) return { kind: 'abstention' };
  const start = text.search(/\b(select|with|values|table)\b/i);
  if (start === -1) return { kind: 'abstention' };
  return { kind: 'sql', sql: text.slice(start).replace(/[\s;]+$/, '') };
}

function unfence(reply: string): string {
  return /```(?:sql)?\s*([\s\S]*?)(?:```|$)/i.exec(reply)?.[1] ?? reply;
}

function isAbstention(contract: PromptContract, text: string): boolean {
  return normalize(text).startsWith(normalize(contract.abstention));
}

function normalize(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/[^\p{L}\p{N}']+/gu, ' ').trim();
}
