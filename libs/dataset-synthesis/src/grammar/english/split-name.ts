const glued: Readonly<Record<string, string>> = {
  dateofbirth: 'date of birth', birthdate: 'birth date', firstname: 'first name', lastname: 'last name', fullname: 'full name', middlename: 'middle name', username: 'user name',
  phonenumber: 'phone number', postalcode: 'postal code', zipcode: 'zip code', createdat: 'created at', updatedat: 'updated at', createddate: 'created date', updateddate: 'updated date',
  orderdate: 'order date', unitprice: 'unit price', hiredate: 'hire date', duedate: 'due date', startdate: 'start date', enddate: 'end date', fname: 'first name', lname: 'last name',
};
const short: Readonly<Record<string, string>> = {
  qty: 'quantity', dob: 'date of birth', amt: 'amount', num: 'number', desc: 'description', descr: 'description', addr: 'address', dept: 'department', tel: 'phone', pct: 'percentage', cust: 'customer', emp: 'employee', prod: 'product',
  lang: 'language', hrs: 'hours', hr: 'hour', mins: 'minutes', pub: 'publication', pubs: 'publications', mfr: 'manufacturer', nbr: 'number', curr: 'currency', mgmt: 'management', wt: 'weight', ht: 'height', lvl: 'level', msg: 'message', pmt: 'payment', appt: 'appointment', req: 'request', exp: 'expiry', pwd: 'password', mob: 'mobile', nat: 'nationality', vol: 'volume', ctry: 'country', perf: 'performance', resv: 'reservation', veh: 'vehicle', svc: 'service', spec: 'specialty',
  inv: 'invoice', acct: 'account', cat: 'category', loc: 'location', img: 'image', yr: 'year', max: 'maximum', min: 'minimum', avg: 'average', ref: 'reference', tx: 'transaction', org: 'organization', mgr: 'manager',
};

/** The words of a name of the schema: `sales.tbl_OrderItem` is "order item". */
export function splitName(name: string): string {
  const own = (name.split('.').at(-1) ?? name).replace(/^(tbl|dim|fact|vw|v|t)_/i, '');
  const words = own.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').split(/[_\s-]+/).map((word) => word.toLowerCase());
  const full = words.filter((word) => word !== '').map((word) => glued[word] ?? short[word] ?? word).join(' ');
  return full.replace(/^(\w+) no$/, '$1 number');
}
