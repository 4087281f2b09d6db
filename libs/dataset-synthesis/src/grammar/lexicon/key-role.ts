import type { Deed } from './lexicon-types.ts';
import { isKeyFor } from './short-for.ts';

/** Who did what a key names. */
const doers: Readonly<Record<string, string>> = {
  referred: 'referrer', reported: 'reporter', created: 'creator', updated: 'last editor', modified: 'last editor', changed: 'last editor', uploaded: 'uploader', approved: 'approver', assigned: 'assigner', requested: 'requester', written: 'author', authored: 'author', owned: 'owner', managed: 'manager', taught: 'teacher',
  sold: 'seller', handled: 'handler', paid: 'payer', sent: 'sender', received: 'recipient', posted: 'poster', booked: 'booker', reviewed: 'reviewer', issued: 'issuer', invited: 'inviter', recommended: 'recommender', supervised: 'supervisor', treated: 'treating doctor', prescribed: 'prescriber', performed: 'performer', inspected: 'inspector', signed: 'signer',
  registered: 'registrar', graded: 'grader', resolved: 'resolver', closed: 'closer', verified: 'verifier', ordered: 'orderer', bought: 'buyer', purchased: 'buyer', served: 'server', driven: 'driver', led: 'leader', organised: 'organiser', organized: 'organizer', hosted: 'host', recorded: 'recorder', entered: 'recorder', submitted: 'submitter', cancelled: 'canceller', delivered: 'deliverer', processed: 'processor', serviced: 'technician', repaired: 'mechanic', made: 'maker',
  taken: 'taker', opened: 'opener', given: 'giver', held: 'holder', done: 'doer', run: 'runner', built: 'builder', designed: 'designer', answered: 'answerer', checked: 'checker', confirmed: 'confirmer', accepted: 'accepter', scheduled: 'scheduler', edited: 'editor', translated: 'translator', examined: 'examiner', diagnosed: 'diagnosing doctor', trained: 'trainer', installed: 'installer', tested: 'tester', supplied: 'supplier', sponsored: 'sponsor', funded: 'funder',
};

const others: Readonly<Record<string, string>> = { 'reports to': 'manager', 'assigned to': 'assignee', 'belongs to': 'owner', 'sent to': 'recipient', 'paid to': 'payee', 'sold to': 'buyer', 'rented to': 'renter', 'lent to': 'borrower', 'supervised by': 'supervisor' };

const pasts: Readonly<Record<string, string>> = { taken: 'took', given: 'gave', written: 'wrote', driven: 'drove', done: 'did', drawn: 'drew', chosen: 'chose', seen: 'saw', begun: 'began', flown: 'flew', shown: 'showed' };

/** What a key such as `taken_by` says that its parent did to the child; nothing of other keys. */
export function deedOf(words: string): Deed | undefined {
  const passive = /^(\w+(?:ed|en|wn|ne)|sold|paid|sent|made|held|built|taught|bought|led|run|met) by( \w+)?$/.exec(words)?.[1];
  return passive === undefined ? undefined : { passive, past: pasts[passive] ?? passive };
}

/**
 * What a row is to the one that points to it, from the words of the key: `reported by` is the reporter, `stud` the student.
 * @param parent what a row of the other table is called
 */
export function keyRole(words: string, parent: string): string {
  const known = others[words] ?? doers[/^(\w+) by( \w+)?$/.exec(words)?.[1] ?? ''];
  if (known !== undefined) return known;
  const before = words.endsWith(` ${parent}`) ? words.slice(0, -parent.length - 1) : '';
  if (/(manager|supervisor|reporter|owner|assistant|leader|head|mentor|trainer|author|editor|approver|assignee|creator)$/.test(before)) return before;
  const last = parent.split(' ').at(-1) ?? parent;
  const named = words.split(' ');
  const short = named.at(-1) ?? words;
  if (isKeyFor(short, last) || isKeyFor(short, parent.split(' ')[0] ?? parent)) return [...named.slice(0, -1), parent].join(' ');
  return words;
}
