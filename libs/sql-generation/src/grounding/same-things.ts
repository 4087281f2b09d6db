/** Words for one thing that databases and people put differently, a line each. */
export const sameThings = `NYC, New York City, New York, N.Y.C.
LA, Los Angeles
SF, San Francisco
DC, Washington DC, Washington, Washington D.C., District of Columbia
yes, Y, true
no, N, false
cancelled, canceled, called off, cancellation
completed, complete, done, finished
in progress, ongoing, under way, in process, in work, WIP
pending, waiting, outstanding
inactive, not active, no longer active, disabled, deactivated
to do, todo, not started
on hold, paused
no show, no-show, missed
rejected, declined, turned down
approved, accepted
paid, settled
unpaid, not paid
shipped, dispatched, sent out
credit card, CC, creditcard
bank transfer, wire transfer, wire, bank wire
direct debit, SEPA
e-mail, email, mail
website, web, web site, online, internet
phone, telephone, phone call
SMS, text message
advertisement, ad, advert, ads
small, S
medium, M
large, L
extra large, XL
full time, full-time, FT
part time, part-time, PT
monthly, per month, every month
yearly, annual, annually, per year
weekly, per week, every week
mathematics, maths, math
physical education, PE
human resources, HR
information technology, IT
research and development, R&D
customer service, customer support
science fiction, sci-fi, scifi
petrol, gasoline, gas
grey, gray
truck, lorry
sedan, saloon
Monday, Mon
Tuesday, Tue, Tues
Wednesday, Wed
Thursday, Thu, Thur, Thurs
Friday, Fri
Saturday, Sat
Sunday, Sun
January, Jan
February, Feb
March, Mar
April, Apr
June, Jun
July, Jul
August, Aug
September, Sep, Sept
October, Oct
November, Nov
December, Dec`;
