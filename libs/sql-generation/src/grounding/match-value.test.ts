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
    ['America', 'US', ['US', 'USA', 'UK']],
    ['completed', 'C', ['A', 'C', 'P']],
    ['ny', 'New York', ['New Jersey', 'New York']],
    ['ny', 'NY', ['NJ', 'NY']],
    ['canceled', 'CANCELLED', ['BOOKED', 'CANCELLED']],
    ['finished', 'done', ['todo', 'in_progress', 'done']],
    ['in progress', 'in_progress', ['todo', 'in_progress', 'done']],
    ["won't fix", 'wont_fix', ['done', 'wont_fix']],
    ['bank transfer', 'BANK_TRANSFER', ['CC', 'BANK_TRANSFER']],
    ['credit card', 'CC', ['CC', 'BANK_TRANSFER']],
    ['Colorado', 'CO', ['CO', 'TX', 'CA']],
    ['Germnay', 'Germany', ['France', 'Germany']],
    ['Marketting Departmant', 'Marketing Department', ['Marketing Department', 'Finance Department']],
    ['Sofware Enginer', 'Software Engineer', ['Software Engineer', 'Software Architect']],
    ['Social Medai', 'Social Media', sources],
    ['manager', 'Branch Manager', ['Rental Agent', 'Branch Manager']],
    ['Mon', 'Monday', ['Monday', 'Tuesday']],
    ['maths', 'Mathematics', ['Mathematics', 'English']],
    ['C++', 'c++', ['c#', 'c', 'c++']],
    ['studio1', 'Studio 1', ['Studio 1', 'Studio 2']],
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
    ['2024', ['2024-Q1']],
    ['2024-01-05', ['2024-01-06']],
    ['12:30', ['12:35']],
    ['Team C', ['Team A']],
    ['Room 3', ['Room 1']],
    ['North East', ['North West']],
    ['Carol', ['Carola', 'Carole']],
    ['Studio', ['Studio 1', 'Studio 2']],
    ['paid', ['not paid', 'unpaid', 'partially paid']],
    ['agent', ['Rental Agent', 'Sales Agent']],
    ['Washington', ['WA', 'DC']],
    ['completed', ['finished', 'done']],
    ['C', ['C#', 'C++']],
    ['A-', ['A', 'A+']],
    ['active', ['inactive']],
    ['minor', ['major']],
    ['', ['x']],
  ])('takes %s for nothing of %j', (written, values) => {
    expect(matchValue(written, values)).toBeUndefined();
  });
});
