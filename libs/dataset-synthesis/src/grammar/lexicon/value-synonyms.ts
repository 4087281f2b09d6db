import type { ColumnRole } from './lexicon-types.ts';
import { placeNames } from './place-names.ts';
import { synonymList } from './synonym-list.ts';

/** Other words for values that many databases hold, by the value in lower case with blanks. */
const synonyms: Readonly<Record<string, readonly string[]>> = synonymList(`
  usa: United States, US, America, the States; us: United States, USA, America; united states: USA, US, America, the US; united states of america: USA, US; uk: United Kingdom, Great Britain, Britain; gb: Great Britain, UK; united kingdom: UK, Great Britain, Britain, England
  germany: Deutschland; netherlands: Holland, the Netherlands; czech republic: Czechia; switzerland: Swiss; united arab emirates: UAE, Emirates; south korea: Korea; new york: NYC, New York City; los angeles: LA, L.A.; san francisco: SF, Frisco; munich: München; vienna: Wien; cologne: Köln; mumbai: Bombay; são paulo: Sao Paulo; mexico city: CDMX; hong kong: HK; washington dc: Washington, D.C.; philadelphia: Philly; saint petersburg: St. Petersburg
  in progress: ongoing, under way, being worked on; todo: to do, not started; to do: not started; done: finished, completed; in review: under review, being reviewed; wont fix: won't fix; on hold: paused, put on hold; blocked: stuck; open: still open, unresolved; resolved: fixed, solved; cancelled: canceled, called off; canceled: cancelled, called off; completed: finished, done, complete; complete: finished, completed; pending: waiting, outstanding; waiting: pending; waitlisted: on the waiting list; draft: drafts; confirmed: definite; rejected: declined, turned down; declined: rejected; approved: accepted; accepted: approved; failed: unsuccessful; overdue: late; scheduled: planned; planned: scheduled; no show: missed, no-show
  shipped: sent, sent out; dispatched: sent out; delivered: arrived; returned: sent back, brought back; refunded: paid back; paid: settled; unpaid: not paid, open; partially paid: partly paid; active: current; inactive: no longer active, not active; expired: run out, lapsed; terminated: ended; retired: out of service; dropped: dropped out; enrolled: signed up; graduated: finished; on leave: away; available: free; unavailable: not available; rented: rented out, hired out; in maintenance: under maintenance, in the workshop; out of stock: sold out; discontinued: no longer sold; on loan: checked out, lent out, borrowed; withdrawn: taken out of stock; in repair: being repaired, under repair; lost: missing; reserved: on hold; occupied: taken; booked: reserved
  credit card: card, credit; cc: credit card; debit card: debit; bank transfer: wire transfer, transfer; direct debit: debit; paypal: Paypal account; invoice: bill; check: cheque; late return: returned late, lateness; loss: lost item; damage: damaged item; front desk: reception, desk; web: website, online; website: web, online, web site; online: web, internet; app: mobile app, the app; phone: telephone; email: e-mail, mail; mail: post; store: shop; referral: referred, word of mouth; social media: social, social networks; advertisement: ad, ads; email campaign: email, newsletter, mailing; walk in: walked in; trade show: fair, expo, tradeshow; partner: partners; cold call: cold calling
  low: minor; high: urgent; mild: light; severe: serious, bad; moderate: medium; medium: moderate, mid; beginner: beginners, basic, entry level; intermediate: mid-level; advanced: expert; easy: simple; hard: difficult; full time: full-time; part time: part-time; permanent: regular; temporary: temp; freelance: freelancer; intern: trainee
  science fiction: sci-fi, scifi, SF; biography: biographies, bio; children: children's, kids; crime: detective, mystery; poetry: poems; cooking: cookery, cookbook; history: historical; comics: comic; young adult: YA, teen; travel: travelling; paperback: paperbacks, softcover; hardcover: hardback, hardbacks; audiobook: audio book, audio; e book: ebook; mathematics: maths, math; maths: math; physical education: PE, sports; information technology: IT; human resources: HR; research and development: R&D, research; customer service: customer support, support; marketing: mktg; engineering: eng; finance: accounting; sales: sales team; information systems: IS; computer science: CS, comp sci; biology: bio; chemistry: chem; psychology: psych
  admin: administrator; administrator: admin; developer: dev, programmer; manager: managers; bug: bugs, defect; story: stories, user story; epic: epics; task: tasks; petrol: gas, gasoline; gasoline: petrol, gas; diesel: diesels; electric: electrical, EV; hybrid: hybrids; suv: SUVs, off-roader; automatic: auto; manual: stick shift; sedan: saloon; van: vans; truck: lorry, trucks; motorcycle: motorbike; suite: suites; dog: dogs; cat: cats; senior: pensioner, seniors; child: kid, children; adult: grown-up, adults; student: students; family: families; institution: institutional; grey: gray; gray: grey; yes: true; no: false
  mon: Monday, Mondays; tue: Tuesday, Tuesdays; wed: Wednesday, Wednesdays; thu: Thursday, Thursdays; fri: Friday, Fridays; sat: Saturday, Saturdays; sun: Sunday, Sundays
  monthly: per month, every month; yearly: annual, per year; annual: yearly; weekly: every week; daily: every day; quarterly: every quarter; basic: standard; standard: regular; gold: gold level; free: free of charge; trial: on trial; vip: VIPs; wholesale: whole sale; retail: shops; small: S; large: L, big; extra large: XL`);

/** Other words for the values of a column; none that is a value itself or stands for two of them. */
export function valueNamesOf(values: readonly string[], role: ColumnRole): Record<string, readonly string[]> {
  const taken = new Set(values.map(plain));
  return Object.fromEntries(values.flatMap((value) => {
    const names = [...placeNames(value, role), ...partOf(value, values), ...(synonyms[plain(value)] ?? [])].filter((name) => !taken.has(plain(name)));
    for (const name of names) taken.add(plain(name));
    return names.length === 0 ? [] : [[value, names]];
  }));
}

/** What of a value is enough to know it by: Marketing of the Marketing Department, the mechanic of Chief Mechanic where there is no other. */
function partOf(value: string, values: readonly string[]): string[] {
  const [, first = '', last = ''] = /^(\p{L}+)[ _](\p{L}+)$/u.exec(value) ?? [];
  const part = kinds.test(last) ? first : holders.test(last) ? last.toLowerCase() : '';
  const isTelling = part !== '' && values.filter((other) => plain(other).split(' ').includes(part.toLowerCase())).length === 1;
  return isTelling ? [part] : [];
}

const kinds = /^(department|dept|team|club|society|center|centre|branch|office|group|class|course|level|plan|membership|division|unit|room|campaign|method|program|programme|account|member|status|size|type|line|school|faculty|series|road|region)$/i;
const holders = /^(manager|agent|assistant|engineer|developer|analyst|mechanic|clerk|driver|librarian|nurse|doctor|teacher|designer|consultant|technician|officer|director|representative|supervisor|trainer|coach|accountant|specialist|coordinator|cashier|cook|waiter|guard|cleaner)$/i;

function plain(value: string): string {
  return value.toLowerCase().replace(/[_-]/g, ' ');
}
