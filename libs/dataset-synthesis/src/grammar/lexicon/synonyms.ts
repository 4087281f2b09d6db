/** Other words for the things that tables hold. */
export const tableSynonyms: Readonly<Record<string, readonly string[]>> = {
  customer: ['client', 'buyer'], client: ['customer'], buyer: ['customer', 'client'], employee: ['staff member', 'worker', 'colleague'], staff: ['employee'], doctor: ['physician'], physician: ['doctor'], product: ['item', 'article'], article: ['post'],
  order: ['purchase'], purchase: ['order'], invoice: ['bill'], bill: ['invoice'], supplier: ['vendor'], vendor: ['supplier'], student: ['pupil'], teacher: ['instructor'], instructor: ['teacher'], course: ['class'], author: ['writer'], store: ['shop'], shop: ['store'],
  film: ['movie'], movie: ['film'], loan: ['checkout', 'borrowing'], department: ['division'], medication: ['medicine', 'drug'], publisher: ['publishing house'], appointment: ['booked visit'], user: ['account holder'],
  guest: ['visitor'], booking: ['reservation'], reservation: ['booking', 'hold'], ticket: ['case'], vehicle: ['car'], car: ['vehicle'], warehouse: ['storehouse'], contact: ['contact entry'], address: ['address entry'],
  shipment: ['consignment'], category: ['group'], branch: ['location', 'site'], member: ['library user', 'patron'], 'order item': ['order line'], 'order line': ['order position'], fine: ['penalty'], book: ['title'], song: ['track'], track: ['song'],
  flight: ['connection'], apartment: ['flat'], property: ['estate'], lesson: ['class'], nurse: ['caregiver'], driver: ['chauffeur'], company: ['firm', 'business'], trip: ['journey', 'ride'], city: ['town'], country: ['nation'], exam: ['test'],
};

/** Words for rows of a table that are right only where the rest of the schema says so: a member of a library, not of a gym. */
export const fittingSynonyms: Readonly<Record<string, RegExp>> = { 'library user': /\bbook|\bloan/, patron: /\bbook|\bloan/, title: /\bloan|\bcopy|\bpublisher/ };

/** Other words for columns, by their plain name. */
export const columnSynonyms: Readonly<Record<string, readonly string[]>> = {
  email: ['e-mail', 'mail', 'e-mail address', 'email address'], 'e-mail': ['email address', 'email', 'mail'], 'email address': ['email', 'mail'], phone: ['phone number', 'telephone number', 'telephone', 'tel'], 'phone number': ['telephone number', 'phone'], mobile: ['mobile number', 'cell phone number', 'cell'],
  telephone: ['phone', 'phone number'], 'date of birth': ['birthday', 'birth date'], price: ['cost'], 'unit price': ['price', 'price per unit', 'cost'], cost: ['price'], quantity: ['number of units', 'amount'], total: ['total amount', 'sum'], 'total amount': ['total', 'sum'], status: ['state', 'current status'], salary: ['pay', 'wage', 'earnings'],
  source: ['channel', 'acquisition source'], city: ['town'], country: ['nation'], 'postal code': ['ZIP code', 'postcode', 'zip'], 'zip code': ['postal code', 'zip'], 'street address': ['street', 'street and number'], street: ['street address'],
  'full name': ['name'], rating: ['score', 'stars'], title: ['name'], category: ['kind', 'group'], type: ['kind', 'sort'], gender: ['sex'], sex: ['gender'], stock: ['stock level', 'inventory'], fee: ['charge'], note: ['remark', 'comment'], notes: ['remarks', 'comments'],
  specialty: ['field', 'specialization'], specialization: ['specialty'], genre: ['kind', 'category'], position: ['job title', 'job'], 'job title': ['position', 'job', 'role'], role: ['job', 'position'], 'last name': ['surname', 'family name'], 'first name': ['given name'], department: ['division'], amount: ['sum'], pages: ['page count', 'number of pages', 'length'],
  'page count': ['number of pages', 'pages', 'length'], 'publication year': ['year of publication', 'year'], 'published year': ['publication year', 'year of publication', 'year'], nationality: ['country of origin'], 'birth year': ['year of birth'], capacity: ['size', 'number of seats'], duration: ['length', 'running time'], weight: ['mass'], budget: ['funds'], discount: ['reduction', 'rebate'],
  method: ['way'], 'payment method': ['way of payment', 'payment type'], membership: ['membership type'], 'membership type': ['membership', 'kind of membership', 'plan'], reason: ['cause'], severity: ['seriousness'], comment: ['remark', 'text'], description: ['details'], address: ['street address'], isbn: ['ISBN number'], condition: ['state'], format: ['form'], shelf: ['shelf number'], language: ['tongue'],
};
