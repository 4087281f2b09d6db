import { matchValue } from './match-value.ts';

const sources = ['Referral', 'Web', 'Social Media', 'E-mail Campaign', 'Word of Mouth', 'Google Ads'];

describe('matchValue', () => {
  it.each([
    ['United States', 'USA', ['UK', 'USA']],
    ['us', 'United States', ['United Kingdom', 'United States']],
    ['Great Britain', 'UK', ['UK', 'USA']],
    ['CA', 'California', ['Texas', 'California']],
    ['CA', 'Canada', ['USA', 'Canada']],
    ['women', 'F', ['M', 'F']],
    ['male', 'Male', ['Female', 'Male']],
    ['NYC', 'New York', ['Boston', 'New York']],
    ['WOM', 'Word of Mouth', sources],
    ['website', 'Web', sources],
    ['email campaign', 'E-mail Campaign', sources],
    ['google-ads', 'Google Ads', sources],
    ['referrals', 'Referral', sources],
    ['germny', 'Germany', ['France', 'Germany']],
    ['Active', 'A', ['A', 'I']],
  ])('takes %s for %s', (written, taken, values) => {
    expect(matchValue(written, values)).toBe(taken);
  });

  it.each([
    ['Iran', ['Iraq']],
    ['Austria', ['Australia']],
    ['Niger', ['Nigeria']],
    ['Female', ['Male']],
    ['Java', ['JavaScript']],
    ['Houston', ['Boston', 'Austin']],
    ['CA', ['California', 'Canada']],
    ['Facebook', sources],
    ['1234', ['1235']],
    ['', ['x']],
  ])('takes %s for nothing of %j', (written, values) => {
    expect(matchValue(written, values)).toBeUndefined();
  });
});
