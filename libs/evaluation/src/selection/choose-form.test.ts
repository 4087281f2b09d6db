import { chooseForm, renderChoice, type MeasuredForm } from './choose-form.ts';

const form = (name: string, bytes: number, seconds: number, right: number): MeasuredForm => ({ name, bytes, seconds, right, questions: 100 });
const forms = [form('f16', 270e6, 0.5, 60), form('Q8_0', 145e6, 0.26, 59), form('Q5_K_M', 112e6, 0.24, 44), form('adapter', 108e6, 0.46, 60)];

describe('chooseForm', () => {
  it('takes the quickest or the smallest of those that keep the accuracy', () => {
    expect(chooseForm(forms, 'quickest', 0.02).chosen).toBe('Q8_0');
    expect(chooseForm(forms, 'smallest', 0.02).chosen).toBe('adapter');
    expect(chooseForm(forms, 'quickest', 0.5).chosen).toBe('Q5_K_M');
    expect(chooseForm(forms, 'quickest', 0).chosen).toBe('adapter');
  });

  it('says why in a table', () => {
    const choice = chooseForm(forms, 'quickest', 0.02);
    expect(choice.rows.map(({ verdict }) => verdict)).toEqual(['keeps the accuracy', 'chosen', 'loses too much', 'keeps the accuracy']);
    expect(renderChoice(choice)).toContain('| Q5\\_K\\_M | 112 MB | 0.24 | 44 of 100 | 44.0 % | 16.0 % | loses too much |');
    expect(choice.reason).toBe('Q8_0 is the quickest of the 3 forms that lose no more than 2.0 % against the best (60.0 % right); 1 lose more.');
  });
});
