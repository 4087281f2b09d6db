import type { TableEntry } from './lexicon-types.ts';

/** How people speak of what the rows of a table record: a loan is when somebody borrows something. */
export interface EventWords {
  /** What it does to a thing: `borrowed`. */
  readonly passive: string;
  /** What somebody does: `borrow`; none where it is not said so. */
  readonly base: string | undefined;
  /** What somebody did: `borrowed`. */
  readonly past: string;
}

const verb = (base: string | undefined, past: string, passive = past): EventWords => ({ base, past, passive });

const events: Readonly<Record<string, EventWords>> = {
  loan: verb('borrow', 'borrowed'), borrowing: verb('borrow', 'borrowed'), checkout: verb('check out', 'checked out'), order: verb('order', 'ordered'), 'order item': verb(undefined, 'ordered'), 'order line': verb(undefined, 'ordered'), 'order detail': verb(undefined, 'ordered'),
  purchase: verb('buy', 'bought'), sale: verb(undefined, 'sold'), 'sale item': verb(undefined, 'sold'), rental: verb('rent', 'rented'), booking: verb('book', 'booked'), reservation: verb('reserve', 'reserved'), prescription: verb(undefined, 'prescribed'),
  review: verb('review', 'reviewed'), rating: verb('rate', 'rated'), donation: verb('donate', 'donated'), adoption: verb('adopt', 'adopted'), bid: verb('bid on', 'bid on'), 'invoice item': verb(undefined, 'sold'), 'invoice line': verb(undefined, 'sold'), inspection: verb(undefined, 'inspected'), play: verb('play', 'played'), stream: verb('stream', 'streamed'), download: verb('download', 'downloaded'), vote: verb('vote for', 'voted for'),
};

/** The words of the events that a table records; none for a table of things. */
export function eventWords({ singular }: TableEntry): EventWords | undefined {
  return events[singular];
}

const holders = /\b(branch|store|shop|location|site|city|country|region|department|division|library|warehouse|office|clinic|hospital|supplier|vendor|publisher|company|category|brand|manufacturer|author|writer|account|contract|policy|project|budget)$/;

/** Whether the rows of a table are what is borrowed or bought, not where that happens or who makes it. */
export function isTaken({ singular, isPerson }: TableEntry): boolean {
  return !isPerson && !holders.test(singular);
}

const takers = /\b(customer|client|buyer|member|user|patron|borrower|reader|patient|student|guest|subscriber|visitor|passenger|reviewer|account holder|donor|shopper|person|tenant|adopter|library user)$/;

/** Whether the rows of a table are those who borrow, buy or book, not those who serve them. */
export function isTaker({ singular, isPerson }: TableEntry): boolean {
  return isPerson && takers.test(singular) && !/^(staff|team|crew|board) /.test(singular);
}
