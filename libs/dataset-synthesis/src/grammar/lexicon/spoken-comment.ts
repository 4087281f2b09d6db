const words = /^[a-z][a-z '-]*$/;

/** Names that a comment gives: its first phrase where it is short, and what follows "also called", "also known as" or "synonyms:". */
export function namesInComment(comment: string | undefined): string[] {
  if (comment === undefined) return [];
  if (/^\s*(e\.?\s?g|i\.?\s?e|cf|etc|for example|such as|like)\b/i.test(comment)) return [];
  const also = /(?:also called|also known as|aka|synonyms?:)\s+([^.;]+)/i.exec(comment)?.[1] ?? '';
  const first = (comment.split(/[.,;:(]|\s-\s/)[0] ?? '').trim().replace(/^(the|an?|its|their)\s+/i, '').toLowerCase();
  const listed = also.split(/\s*,\s*|\s+(?:or|and)\s+/).map((name) => name.trim().toLowerCase());
  const isName = words.test(first) && first.length > 1 && first.split(' ').length <= 3 && !/^(also|in|as|at|on|by|for|from|what|who|whose|where|when|how|why|may|must|can|cannot|empty|null|only|everybody|everyone|free|day|date|time|number of|kind of|part of)\b/.test(first) && !/\b(is|are|was|were|has|have|that|which|when|if|each|every|one|who|or|and|not|null|incl|excl|including|excluding|per)\b/.test(first);
  return [...(isName ? [first] : []), ...listed].filter((name) => words.test(name));
}
