const asking = [
  /\b(sort|sorted|ordered|order (them |these |by)|in order|arrange[ds]?|rank|ranks|ranked|ranking)\b/,
  /\b(alphabetic|chronologic)/,
  /\b(ascending|descending|asc|desc)\b/,
  /\b(newest|oldest|latest|earliest|youngest|eldest|biggest|largest|smallest|highest|lowest|longest|shortest|best|worst|most|least|fewest|top|last|recent|frequent|common|expensive|\w+est)\b[^.?!]{0,24}\b((first|last)(?! \w)|on top|at the top|on the top|to the|to \w+est)\b/,
  /\btop (\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b/,
  /\b(starting|beginning) (with|from) the\b/,
  /\ba (to|-) z\b/,
];

/** Whether a question asks for its rows in an order. One that only asks for the five newest does not: any order of the five is right. */
export function asksForOrder(question: string): boolean {
  const text = question.toLowerCase();
  return asking.some((pattern) => pattern.test(text));
}
