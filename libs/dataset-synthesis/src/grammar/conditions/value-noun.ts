import { pluralOf } from '../english/inflect.ts';
import { splitName } from '../english/split-name.ts';
import type { ColumnEntry, TableEntry, TableName } from '../lexicon/lexicon-types.ts';

const whatPeopleAre = /\b(job title|title|job|position|role|occupation|profession|designation|membership|membership type|type|kind|category|rank|plan|specialty)$/;
const people = /\b(student|adult|child|senior|junior|nurse|clerk|intern|guest|chef|cook|pilot|pupil|apprentice|trainee|admin|coach|guard|judge|vip|veteran|pensioner|freelancer|temp|partner|customer|client|director|family|kid|patient|resident|assistant|accountant|consultant|agent|superintendent|attendant|tenant|participant|applicant|sergeant|lieutenant|president|secretary|head|artist|host|hostess|midwife|architect|analyst|scientist|surgeon|technician|librarian|physician|musician|electrician|politician|mechanic|critic|athlete|diplomat|soldier|firefighter|spokesperson|chairman|salesman|chairperson|salesperson|foreman|barman|barista|caretaker)$/;
const doers = /(?:[a-z]{3}(?:er|or|ist|ian|eer)|ee)$/;
const noDoers = /^(other|silver|premier|lower|upper|never|number|minor|major|senior|junior|super|outdoor|indoor|inner|outer|free|elsewhere|coffee|color|either|neither|former|later|larger|smaller|summer|winter|tier|career|over|under)$/;

const whatThingsAre = /\b(type|kind|format|form|category|species|class|body type|model)$/;
const things = /\b(book|hardcover|paperback|softcover|audiobook|ebook|e-book|cd|dvd|magazine|journal|map|board game|video game|film|movie|documentary|car|truck|lorry|van|bus|bike|bicycle|motorbike|motorcycle|scooter|suv|sedan|saloon|hatchback|convertible|coupe|pickup|tractor|trailer|boat|ship|plane|helicopter|drone|dog|cat|rabbit|hamster|bird|parrot|horse|cow|goat|pig|snake|turtle|tortoise|lizard|ferret|apartment|flat|house|villa|studio|condo|townhouse|office|warehouse|cottage|cabin|suite|tent|laptop|desktop|tablet|phone|smartphone|monitor|printer|router|server|keyboard|camera|sensor|chair|table|desk|sofa|bed|lamp|shirt|dress|jacket|shoe|boot|hat|bag|invoice|receipt|contract|report|letter|memo|proposal|manual|deposit|withdrawal|transfer|payment|refund|purchase|bug|feature|task|story|epic|incident|question|complaint|quiz|exam|essay|project|lecture|seminar|workshop|tutorial|webinar|concert|conference|festival|exhibition|meeting|match|tournament|checkup|check-up|consultation|operation|vaccination|x-ray|scan|checking account|savings account|current account|credit card|mortgage|sculpture|painting|drawing|photograph|print)$/;

/** What rows with a value are called by it: drivers, students, paperbacks; nothing where the value is no noun for them. */
export function valueNoun({ isPerson }: Pick<TableEntry, 'isPerson'>, column: Pick<ColumnEntry, 'names' | 'name'>, value: string): TableName | undefined {
  const names = [column.names[0], splitName(column.name)];
  const singular = value.toLowerCase().replaceAll('_', ' ');
  const last = singular.split(' ').at(-1) ?? '';
  if (!/^[a-z][a-z' -]+$/.test(singular) || singular.split(' ').length > 3) return undefined;
  const isOne = isPerson ? names.some((name) => whatPeopleAre.test(name)) && (people.test(singular) || (doers.test(last) && !noDoers.test(last))) : names.some((name) => whatThingsAre.test(name)) && things.test(singular);
  return isOne ? { singular, plural: pluralOf(singular) } : undefined;
}
