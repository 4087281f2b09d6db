import { splitName } from '../english/split-name.ts';
import type { ColumnEntry, TableEntry } from './lexicon-types.ts';

/** How a moment is said: what happened to the things (`were borrowed`), what they did (`joined`), what they are (`are due`), or a date that they have. */
export interface MomentWords {
  readonly kind: 'passive' | 'active' | 'state' | 'noun';
  /** `borrowed`, `joined`, `due`; of a noun its name. */
  readonly word: string;
  /** Other words that mean the same here. */
  readonly others: readonly string[];
  /** Name of the moment: `creation date`. */
  readonly noun: string;
  /** It may lie in the future. */
  readonly mayBeFuture: boolean;
  /** The moment of a thing's entry into the database. */
  readonly isCreation: boolean;
}

const passives: Readonly<Record<string, string>> = {
  create: 'created', created: 'created', creation: 'created', insert: 'added', added: 'added', recorded: 'recorded', update: 'updated', updated: 'updated', 'last updated': 'updated', modified: 'modified', changed: 'changed',
  order: 'ordered', ordered: 'ordered', hire: 'hired', hired: 'hired', payment: 'paid', paid: 'paid', ship: 'shipped', shipped: 'shipped', shipping: 'shipped', delivery: 'delivered', delivered: 'delivered',
  issue: 'issued', issued: 'issued', invoice: 'issued', purchase: 'purchased', purchased: 'purchased', bought: 'bought', acquired: 'acquired', sale: 'sold', sold: 'sold', release: 'released', released: 'released',
  publication: 'published', publish: 'published', published: 'published', return: 'returned', returned: 'returned', borrow: 'borrowed', borrowed: 'borrowed', loan: 'loaned', loaned: 'loaned', lent: 'lent',
  admission: 'admitted', admitted: 'admitted', discharge: 'discharged', discharged: 'discharged', registration: 'registered', registered: 'registered', closed: 'closed', opened: 'opened', sent: 'sent', received: 'received',
  completed: 'completed', finished: 'finished', cancelled: 'cancelled', canceled: 'canceled', approved: 'approved', reviewed: 'reviewed', posted: 'posted', submitted: 'submitted', founded: 'founded', prescribed: 'prescribed',
  'checked out': 'checked out', 'checkout': 'checked out', 'checked in': 'checked in', lend: 'lent', rented: 'rented', rental: 'rented', rent: 'rented', notified: 'notified', withdrawn: 'withdrawn', replaced: 'replaced', repaired: 'repaired', serviced: 'serviced', signed: 'signed', collected: 'collected', 'picked up': 'picked up', adopted: 'adopted', adoption: 'adopted', performed: 'performed', examined: 'examined', tested: 'tested', measured: 'measured', installed: 'installed', recruited: 'recruited', employed: 'employed',  taken: 'taken', granted: 'granted', awarded: 'awarded', trained: 'trained', planted: 'planted', harvested: 'harvested', refunded: 'refunded', deposited: 'deposited', played: 'played', watched: 'watched', aired: 'aired', graded: 'graded', evaluated: 'evaluated', answered: 'answered', waived: 'waived', treated: 'treated', 'last modified': 'modified', voted: 'voted', donated: 'donated', donation: 'donated', announced: 'announced', inspected: 'inspected', inspection: 'inspected',
  resolved: 'resolved', held: 'held', reported: 'reported', verified: 'verified', placed: 'placed', made: 'made', booked: 'booked', booking: 'booked', reserved: 'reserved', enrolled: 'enrolled', enrollment: 'enrolled', written: 'written', built: 'built', checked: 'checked', assigned: 'assigned', dispensed: 'dispensed', listed: 'listed', discontinued: 'discontinued',
  uploaded: 'uploaded', upload: 'uploaded', logged: 'logged', enrol: 'enrolled', enroll: 'enrolled', enrolment: 'enrolled', archived: 'archived', deleted: 'deleted', removed: 'removed', activated: 'activated', deactivated: 'deactivated', blocked: 'blocked', invited: 'invited', read: 'read', viewed: 'viewed', edited: 'edited', edit: 'edited', assessed: 'assessed', dismissed: 'dismissed', fired: 'fired', terminated: 'terminated', termination: 'terminated', promoted: 'promoted', converted: 'converted', contacted: 'contacted', processed: 'processed', dispatched: 'dispatched', dispatch: 'dispatched', packed: 'packed', rejected: 'rejected', accepted: 'accepted', confirmed: 'confirmed', confirmation: 'confirmed', rated: 'rated', filed: 'filed', settled: 'settled', won: 'won', lost: 'lost', manufactured: 'manufactured', produced: 'produced', production: 'produced', calibrated: 'calibrated', redeemed: 'redeemed', launched: 'launched', launch: 'launched', detected: 'detected', captured: 'captured', diagnosed: 'diagnosed', vaccinated: 'vaccinated', escalated: 'escalated', merged: 'merged', deployed: 'deployed', commented: 'commented', licensed: 'licensed', certified: 'certified', commissioned: 'commissioned', decommissioned: 'decommissioned', billed: 'billed', charged: 'charged', credited: 'credited', transacted: 'made', seen: 'seen', repaid: 'repaid', thanked: 'thanked', scrapped: 'scrapped', forwarded: 'forwarded', cleared: 'cleared', hatched: 'hatched', scanned: 'scanned', unblocked: 'unblocked', frozen: 'frozen', scored: 'scored', picked: 'picked', weighed: 'weighed',
};
const actives: Readonly<Record<string, string>> = { joined: 'joined', join: 'joined', 'signed up': 'signed up', signup: 'signed up', 'sign up': 'signed up', started: 'started', ended: 'ended', expired: 'expired', left: 'left', died: 'died', death: 'died', arrived: 'arrived', arrival: 'arrived', departed: 'departed', departure: 'departed', retired: 'retired', happened: 'happened', occurred: 'occurred', visited: 'visited', enlisted: 'enlisted', moved: 'moved', graduated: 'graduated', graduation: 'graduated', began: 'began', transferred: 'transferred', crashed: 'crashed', resigned: 'resigned', travelled: 'travelled', lapsed: 'lapsed' };
const states: Readonly<Record<string, string>> = { due: 'due', scheduled: 'scheduled', planned: 'planned', expires: 'expiring', expiry: 'expiring', expiration: 'expiring' };
const future = /\b(due|scheduled|planned|appointment|expiry|expiration|expires|end|ends|until|deadline|event|start|starts|departure|arrival|delivery|next|valid|renewal|check.?out|check.?in)\b/;
const nouns: Readonly<Record<string, string>> = { created: 'creation date', updated: 'date of the last update', joined: 'joining date', hired: 'hire date', borrowed: 'borrowing date', returned: 'return date', due: 'due date', paid: 'payment date', ordered: 'order date', published: 'publication date', shipped: 'shipping date', delivered: 'delivery date', 'signed up': 'sign-up date', registered: 'registration date', released: 'release date', issued: 'issue date', expired: 'expiry date', expiring: 'expiry date', 'checked out': 'checkout date', acquired: 'acquisition date', placed: 'date of placing', opened: 'opening date', notified: 'notification date', completed: 'completion date', closed: 'closing date', cancelled: 'cancellation date', added: 'date added', prescribed: 'date of prescription', written: 'date written', started: 'start date', ended: 'end date',
  left: 'leaving date', resolved: 'resolution date', uploaded: 'upload date', booked: 'booking date', purchased: 'purchase date', bought: 'purchase date', sold: 'sale date', rented: 'rental date', reported: 'reporting date', graded: 'grading date', enrolled: 'enrolment date', logged: 'log date', approved: 'approval date', submitted: 'submission date', received: 'receipt date', sent: 'sending date', reserved: 'reservation date', reviewed: 'review date', admitted: 'admission date', discharged: 'discharge date', refunded: 'refund date', inspected: 'inspection date', installed: 'installation date', confirmed: 'confirmation date', terminated: 'termination date', archived: 'archiving date', deleted: 'deletion date', verified: 'verification date', assigned: 'assignment date', signed: 'signing date', founded: 'founding date', built: 'construction date', invited: 'invitation date', donated: 'donation date', adopted: 'adoption date', graduated: 'graduation date', retired: 'retirement date', died: 'date of death', arrived: 'arrival date', departed: 'departure date', visited: 'date of the visit', scheduled: 'scheduled date', planned: 'planned date', posted: 'posting date', recorded: 'recording date', rejected: 'rejection date', dispatched: 'dispatch date', filed: 'filing date', treated: 'treatment date', performed: 'date performed', examined: 'examination date', modified: 'date of the last change', changed: 'date of the last change', discontinued: 'end of sale', withdrawn: 'withdrawal date', serviced: 'service date', repaired: 'repair date', produced: 'production date', launched: 'launch date', viewed: 'viewing date', read: 'reading date', held: 'date held', played: 'date played', licensed: 'licence date', certified: 'certification date' };

/** Tells the words of a moment from its column. */
export function momentWords(table: TableEntry, column: ColumnEntry): MomentWords {
  const words = momentOf(column.name);
  if (words.kind === 'noun') return { ...words, word: column.names[0], noun: column.names[0], others: [] };
  return { ...words, others: othersOf(table, column.name, words.word, words.isCreation) };
}

/** The moment that people mean where they name none: the first of those that are spoken of. */
export function mainMoment({ columns }: TableEntry): ColumnEntry | undefined {
  return columns.find(({ role, salience }) => role === 'moment' && salience >= 1);
}

/** Tells the words of a moment from its name alone. */
export function momentOf(name: string): Omit<MomentWords, 'others'> {
  const own = splitName(name).replace(/^(start|end|expire)s( on| at)?$/, '$1 date').replace(/^expire date$/, 'expiry date').replace(/^(in|out) time$|^time (in|out)$/, (_, before, after) => `check-${before ?? after} time`);
  const base = own.replace(/ (at|on|date|time|datetime|timestamp|day|ts)$/, '').replace(/^date (of )?/, '');
  // Of what was last updated the date is that; of a last order it is not the order's.
  const stem = base.replace(/^last (?=\w+(?:ed|en|wn)$)/, '');
  const mayBeFuture = future.test(own) && !/^(started|created)/.test(base);
  const [state, active, passive] = [states[stem], actives[stem], passives[stem]];
  const word = state ?? active ?? passive;
  if (word === undefined || /^next/.test(base)) return { kind: 'noun', word: own, noun: own.replace(/ (at|on)$/, ' date'), mayBeFuture, isCreation: false };
  const kind = state !== undefined ? 'state' : active !== undefined ? 'active' : 'passive';
  return { kind, word, noun: nouns[word] ?? `${word} date`, mayBeFuture, isCreation: /^(creat|insert|added|recorded)/.test(stem) };
}

/** Synonyms, where no other column of the table could be meant by them. */
function othersOf(table: TableEntry, own: string, word: string, isCreation: boolean): string[] {
  const rivals = table.columns.filter(({ role, name }) => role === 'moment' && name !== own).map(({ name }) => name).join(' ');
  const candidates = isCreation ? ['added', 'recorded', 'entered'] : word === 'updated' ? ['modified', 'changed'] : word === 'purchased' ? ['bought'] : word === 'borrowed' ? ['checked out'] : [];
  const isRival = isCreation ? /add|record|enter|join|regist|hire|order|open|borrow|report|book|issue/ : /modif|chang|bought|purchas|check/;
  return isRival.test(rivals) ? [] : candidates;
}
