const fewWords = 5;
const manyWords = 20;

/** How a question is put, told by its words: `terse`, `chatty`, `command` or `question`. */
export function styleOf(question: string): string {
  const words = question.trim().split(/\s+/);
  if (words.length > manyWords || /[.!;:] +\S+ \S+/.test(question.trim())) return 'chatty';
  if (/^(please |can you |could you )?(show|list|give|get|find|fetch|count|tell|name|display|return|look|rank|sort|compare|pull|export|break|print|provide|calculate|compute)\b/i.test(question)) return 'command';
  if (words.length <= fewWords && !question.includes('?')) return 'terse';
  return 'question';
}
