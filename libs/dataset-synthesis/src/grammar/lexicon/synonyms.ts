/** Other words for the things that tables hold. */
export const tableSynonyms: Readonly<Record<string, readonly string[]>> = {
  customer: ['client'], client: ['customer'], employee: ['staff member', 'worker'], staff: ['employee'], doctor: ['physician'], physician: ['doctor'], product: ['article', 'item'], article: ['post'],
  order: ['purchase'], invoice: ['bill'], supplier: ['vendor'], vendor: ['supplier'], student: ['pupil'], teacher: ['instructor'], course: ['class'], author: ['writer'], store: ['shop'], shop: ['store'],
  film: ['movie'], movie: ['film'], loan: ['checkout'], department: ['division'], medication: ['medicine'], publisher: ['publishing house'], appointment: ['booked visit'], user: ['account holder'],
  guest: ['visitor'], booking: ['reservation'], reservation: ['booking'], ticket: ['case'], vehicle: ['car'], warehouse: ['storehouse'], contact: ['contact entry'], address: ['address entry'],
  shipment: ['consignment'], payment: ['settlement'], category: ['group'], review: ['piece of feedback'], branch: ['location'], member: ['registered member'], 'order item': ['order line'], 'order line': ['order position'],
};

/** Other words for columns, by their plain name. */
export const columnSynonyms: Readonly<Record<string, readonly string[]>> = {
  email: ['e-mail', 'e-mail address', 'email address'], 'e-mail': ['email address'], phone: ['phone number', 'telephone number'], 'phone number': ['telephone number', 'phone'], mobile: ['mobile number', 'cell phone number'],
  'date of birth': ['birthday', 'birth date'], price: ['cost'], 'unit price': ['price per unit'], quantity: ['number of units'], total: ['total amount'], status: ['current status'], salary: ['pay', 'wage'],
  source: ['channel', 'acquisition source'], city: ['town'], country: ['nation'], 'postal code': ['ZIP code', 'postcode'], 'zip code': ['postal code'], 'street address': ['street', 'street and number'],
  'full name': ['name'], rating: ['score'], title: ['heading'], category: ['kind'], type: ['kind'], gender: ['sex'], sex: ['gender'], stock: ['stock level'], fee: ['charge'], note: ['remark'], notes: ['remarks'],
  specialty: ['field'], genre: ['kind'], position: ['job title'], language: ['tongue'], 'last name': ['surname', 'family name'], 'first name': ['given name'], department: ['division'], amount: ['sum'], pages: ['page count'],
};
