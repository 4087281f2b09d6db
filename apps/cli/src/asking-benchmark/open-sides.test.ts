import { withSettings } from './open-sides.ts';

describe('withSettings', () => {
  it('lets every session that is opened with a URL begin with settings', () => {
    const url = new URL(withSettings('postgres://me:p%2Bw@127.0.0.1:5432/shop', { default_transaction_read_only: 'on', statement_timeout: '10000' }));
    expect(url.searchParams.get('options')).toBe('-cdefault_transaction_read_only=on -cstatement_timeout=10000');
    expect(url.href).toMatch(/^postgres:\/\/me:p%2Bw@127\.0\.0\.1:5432\/shop\?options=/);
  });
});
