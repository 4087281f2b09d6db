/** Something that a database of this kind could hold. */
export interface Concept {
  readonly noun: string;
  readonly isNumber: boolean;
  /** What the schema would say if it held it, or something near to it. */
  readonly traces: RegExp;
}

export const concept = (noun: string, traces: RegExp, isNumber = false): Concept => ({ noun, isNumber, traces });

/** What people are asked about and this schema may lack. */
export const personConcepts: readonly Concept[] = [
  concept('salary', /salar|wage|\bpay\b|income|earning/, true), concept('marital status', /marital|married|spouse/), concept('shoe size', /shoe|size/, true), concept('blood type', /blood/), concept('favourite colour', /colou?r/),
  concept('religion', /religi/), concept('nationality', /national|citizen|country|nation/), concept('job title', /job|title|position|occupation|role|profession/), concept('body weight', /weight/, true), concept('height', /height/, true),
  concept('credit score', /credit|score/, true), concept('Instagram handle', /instagram|social|handle/), concept('mother tongue', /tongue|language/), concept('number of children', /child|kid/, true), concept('hobby', /hobb|interest/),
  concept('bank account number', /bank|iban|account/), concept('passport number', /passport/), concept('driving licence number', /licen[cs]e|driving/), concept('car', /car\b|vehicle/), concept('pet', /\bpets?\b|animal/),
  concept('emergency contact', /emergency/), concept('education level', /educat|degree|school/), concept('net worth', /worth|wealth|balance/, true), concept('loyalty card number', /loyal|card/), concept('political party', /politic|party/),
  concept('middle name', /middle/), concept('nickname', /nick|alias/), concept('zodiac sign', /zodiac/), concept('satisfaction score', /satisf|rating|score|review/, true), concept('website', /website|url|homepage/),
  concept('IP address', /\bip\b/), concept('last login', /login|logged/), concept('password', /passw/), concept('tax number', /tax|vat|ssn/), concept('vaccination status', /vaccin/), concept('household size', /household/, true),
];

/** What things are asked about and this schema may lack. */
export const thingConcepts: readonly Concept[] = [
  concept('warranty period', /warrant|guarantee/, true), concept('profit margin', /profit|margin/, true), concept('carbon footprint', /carbon|co2|emission/, true), concept('barcode', /barcode|ean|upc/), concept('colour', /colou?r/),
  concept('insurance value', /insur/, true), concept('weight', /weight|gram|kilo/, true), concept('manufacturer', /manufactur|maker|producer|brand|supplier|publisher/), concept('serial number', /serial/), concept('shelf position', /shelf|position|location|aisle/),
  concept('satisfaction score', /satisf|rating|score|review|stars/, true), concept('GPS position', /gps|latitude|longitude|coordinate/), concept('picture', /picture|photo|image/), concept('QR code', /qr/), concept('energy rating', /energy/),
  concept('customs number', /customs/), concept('expiry date', /expir|best before|valid/), concept('electricity consumption', /electric|consumption|power/, true), concept('view count', /view|click|visit/, true), concept('tax rate', /tax|vat/, true),
  concept('approval signature', /signature|approv/), concept('file attachment', /file|attach/), concept('noise level', /noise/, true), concept('download link', /download|link|url/), concept('square footage', /square|area|footage|size/, true),
];

/** What a database like this one could keep in a further table. */
export const tableConcepts: readonly Concept[] = [
  concept('invoice', /invoice|bill/), concept('refund', /refund/), concept('complaint', /complain/), concept('supplier', /supplier|vendor/), concept('warehouse', /warehouse|storehouse/), concept('subscription', /subscri/), concept('coupon', /coupon|voucher|discount/),
  concept('vehicle', /vehicle|car\b/), concept('meeting', /meeting|appointment|visit/), concept('project', /project/), concept('shift', /shift|schedule|roster/), concept('newsletter', /newsletter/), concept('survey answer', /survey|feedback|review/),
  concept('support ticket', /ticket|case|support/), concept('contract', /contract|agreement/), concept('holiday', /holiday|vacation|leave/), concept('training course', /training|course|class/), concept('donation', /donat/), concept('parking space', /parking/),
  concept('phone call', /\bcalls?\b/), concept('competitor', /compet/), concept('gift card', /gift|card/), concept('website visit', /visit|click/), concept('delivery van', /deliver|van\b/), concept('insurance claim', /insur|claim/), concept('bank transfer', /bank|transfer|payment/),
  concept('employee', /employ|staff|worker|doctor|physician|nurse|librarian|clerk/), concept('order', /order|purchase|sale/), concept('job application', /applica|candidate/), concept('elevator', /elevator|lift/), concept('stock option', /stock|option/), concept('wish list', /wish/),
  ...more(`promotion, price list, login attempt, access card, expense report, business trip, job opening, salary slip, tax return, cash register, locker, uniform, software licence, server, printer, spare part, machine, key, fire drill, inspection report, sponsor, press release, blog post, podcast, video,
    board meeting, strategy, lawsuit, patent, investor, shareholder, partner company, franchise, loyalty card, voucher, raffle ticket, audit, sick note, bonus, overtime shift, vaccination, allergy, pet, guest book entry, lost item, parcel, pallet, container, solar panel, meeting room, canteen meal, coffee machine, security camera, visitor badge`),
];

function more(text: string): Concept[] {
  return text.split(',').map((noun) => noun.trim()).map((noun) => concept(noun, new RegExp(noun.split(' ').map((word) => word.slice(0, 7)).join('|'))));
}
