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
};
const actives: Readonly<Record<string, string>> = { joined: 'joined', join: 'joined', 'signed up': 'signed up', signup: 'signed up', 'sign up': 'signed up', started: 'started', ended: 'ended', expired: 'expired', left: 'left', died: 'died', death: 'died', arrived: 'arrived', arrival: 'arrived', departed: 'departed', departure: 'departed', retired: 'retired', happened: 'happened', occurred: 'occurred', visited: 'visited', enlisted: 'enlisted', moved: 'moved', graduated: 'graduated', graduation: 'graduated', began: 'began', logged: 'logged in' };
const states: Readonly<Record<string, string>> = { due: 'due', scheduled: 'scheduled', planned: 'planned', expires: 'expiring', expiry: 'expiring', expiration: 'expiring' };
const future = /\b(due|scheduled|planned|appointment|expiry|expiration|expires|end|ends|until|deadline|event|start|starts|departure|arrival|delivery|next|valid|renewal|check out|check in)\b/;
const nouns: Readonly<Record<string, string>> = { created: 'creation date', updated: 'date of the last update', joined: 'joining date', hired: 'hire date', borrowed: 'borrowing date', returned: 'return date', due: 'due date', paid: 'payment date', ordered: 'order date', published: 'publication date', shipped: 'shipping date', delivered: 'delivery date', 'signed up': 'sign-up date', registered: 'registration date', released: 'release date', issued: 'issue date', expired: 'expiry date', expiring: 'expiry date', 'checked out': 'checkout date', acquired: 'acquisition date', placed: 'date of placing', opened: 'opening date', notified: 'notification date', completed: 'completion date', closed: 'closing date', cancelled: 'cancellation date', added: 'date added', prescribed: 'date of prescription', written: 'date written', started: 'start date', ended: 'end date' };

/** Tells the words of a moment from its column. */
export function momentWords(table: TableEntry, column: ColumnEntry): MomentWords {
  const words = momentOf(column.name);
  return { ...words, others: words.kind === 'noun' ? [] : othersOf(table, column.name, words.word, words.isCreation) };
}

/** Tells the words of a moment from its name alone. */
export function momentOf(name: string): Omit<MomentWords, 'others'> {
  const own = splitName(name);
  const base = own.replace(/ (at|on|date|time|datetime|timestamp|day|ts)$/, '').replace(/^date (of )?/, '');
  const stem = base.replace(/^last (?=\w)/, '');
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
