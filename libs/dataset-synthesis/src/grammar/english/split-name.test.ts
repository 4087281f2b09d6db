import { splitName, tableNames } from './split-name.ts';

describe('splitName', () => {
  it.each([
    ['sales.tbl_OrderItem', 'order item'], ['enrol_dt', 'enrol date'], ['dept_nm', 'department name'], ['mobileNo', 'mobile number'], ['driver_license_no', 'driver license number'], ['dur_min', 'duration minutes'], ['min_term_mths', 'minimum term months'],
    ['e_mail', 'email'], ['payMethod', 'payment method'], ['active_yn', 'active'], ['check_in_ts', 'check-in time'], ['curr_owner', 'current owner'], ['price_curr', 'price currency'], ['tblStudent', 'student'], ['worklogs', 'work logs'], ['no_of_days', 'number of days'], ['term_dt', 'termination date'], ['from_dt', 'start date'], ['ShipCity', 'shipping city'], ['comm_pct', 'commission percentage'], ['term', 'term'], ['blocked_dttm', 'blocked time'], ['term_months_cnt', 'term months'], ['sched_dep', 'scheduled departure'], ['member_fk', 'member id'], ['std_minutes', 'standard minutes'], ['std_id', 'std id'], ['exp_clm', 'expense claim'], ['exp_dt', 'expiry date'], ['hr_rate', 'hourly rate'], ['rating_val', 'rating value'],
  ])('reads %s as %s', (name, words) => {
    expect(splitName(name)).toBe(words);
  });
});

describe('tableNames', () => {
  it('leaves out what only says that it is a table, and keeps names apart', () => {
    expect(tableNames(['crm_contact', 'crm_deal', 'crm_lkp_stage'])).toEqual(['contact', 'deal', 'stage']);
    expect(tableNames(['product_master', 'price_list', 'orders'])).toEqual(['product', 'price list', 'orders']);
    expect(tableNames(['status', 'ref_status'])).toEqual(['status', 'reference status']);
  });
});
