import { chooseForm, renderChoice, type MeasuredForm } from './choose-form.ts';

const form = (name: string, bytes: number, seconds: number, right: number, meanKl: number | null = null): MeasuredForm => ({ name, format: name, importanceMatrix: false, bytes, seconds, right, questions: 100, meanKl });
const withMatrix = (plain: MeasuredForm, right: number, meanKl: number | null): MeasuredForm => ({ ...plain, name: `${plain.name} + importance matrix`, importanceMatrix: true, right, meanKl });
const forms = [form('f16', 270e6, 0.5, 60, 0), form('Q8_0', 145e6, 0.26, 59, 0.0004), form('Q5_K_M', 112e6, 0.24, 44, 0.0036), form('adapter', 108e6, 0.46, 60, 0.0002)];

const allowed = { loss: 0.02, divergence: 0.01 };

describe('chooseForm', () => {
  it('takes the quickest or the smallest of those that keep the accuracy', () => {
    expect(chooseForm(forms, 'quickest', allowed).chosen).toBe('Q8_0');
    expect(chooseForm(forms, 'smallest', allowed).chosen).toBe('adapter');
    expect(chooseForm(forms, 'quickest', { ...allowed, loss: 0.5 }).chosen).toBe('Q5_K_M');
    expect(chooseForm(forms, 'quickest', { ...allowed, loss: 0 }).chosen).toBe('adapter');
  });

  it('takes the nearest to f16 of those that are equally quick, and a quicker one where the difference is real', () => {
    const quicker = form('Q4_K_M', 105e6, 0.2, 59, 0.0009);
    expect(chooseForm([...forms, quicker], 'quickest', allowed).chosen).toBe('Q4_K_M');
    expect(chooseForm([...forms, { ...quicker, seconds: 0.25 }], 'quickest', allowed).chosen).toBe('Q8_0');
  });

  it('measures the loss against f16, not against the luckiest form', () => {
    const lucky = form('Q6_K', 138e6, 0.4, 66, 0.0006);
    expect(chooseForm([...forms, lucky], 'quickest', allowed).chosen).toBe('Q8_0');
    expect(chooseForm([...forms, lucky], 'quickest', allowed).rows.at(-1)?.loss).toBeCloseTo(-0.06);
  });

  it('leaves out what drifts too far, however many it has right', () => {
    const far = form('Q4_K_M', 105e6, 0.1, 63, 0.0034);
    const choice = chooseForm([...forms, far], 'quickest', { loss: 0.02, divergence: 0.001 });
    expect(choice.chosen).toBe('Q8_0');
    expect(choice.rows.at(-1)?.verdict).toBe('drifts too far from f16');
  });

  it('takes the best there is where no form keeps within the bounds', () => {
    const choice = chooseForm([form('Q4_K_M', 105e6, 0.1, 63, 0.0034)], 'quickest', { loss: 0.02, divergence: 0.001 });
    expect(choice.chosen).toBe('Q4_K_M');
    expect(choice.reason).toBe('No form keeps within the bounds (a loss of 2.0 % and 0.001 nats a token against the best); Q4_K_M is the quickest of the 1 that keep the first.');
  });

  it('says why in a table', () => {
    const choice = chooseForm(forms, 'quickest', { loss: 0.02, divergence: 0.001 });
    expect(choice.rows.map(({ verdict }) => verdict)).toEqual(['keeps the accuracy', 'chosen', 'loses too much', 'keeps the accuracy']);
    expect(renderChoice(choice)).toContain('| Q5\\_K\\_M | 112 MB | 0.24 | 44 of 100 | 44.0 % | 16.0 % | 0.0036 | loses too much |');
    expect(choice.reason).toBe('Q8_0 is the quickest of the 3 forms that lose no more than 2.0 % against f16 (60.0 % right) and stay within 0.001 nats a token of it; 1 do not.');
    expect(choice.matrixEffects).toEqual([]);
  });

  describe('of two forms that differ only in the importance matrix', () => {
    const plain = form('Q4_K_M', 105e6, 0.2, 60, 0.0075);

    it('takes the one nearer to f16, whichever was the quicker by chance', () => {
      const nearer = { ...withMatrix(plain, 59, 0.0064), seconds: 0.21 };
      const choice = chooseForm([...forms, plain, nearer], 'quickest', allowed);
      expect(choice.chosen).toBe('Q4_K_M + importance matrix');
      expect(choice.rows.find(({ name }) => name === 'Q4_K_M')?.verdict).toBe('keeps the accuracy, its twin is nearer to f16');
      expect(renderChoice(choice)).toContain('The importance matrix helps Q4_K_M: 0.0064 instead of 0.0075 nats a token from f16, 59 instead of 60 questions right.');
    });

    it('takes the one without where the matrix does not help', () => {
      for (const kl of [0.0075, 0.0091]) {
        const choice = chooseForm([...forms, plain, withMatrix(plain, 60, kl)], 'smallest', allowed);
        expect(choice.chosen).toBe('Q4_K_M');
        expect(choice.matrixEffects).toMatchObject([{ format: 'Q4_K_M', helps: false, klWith: kl, klWithout: 0.0075 }]);
      }
    });

    it('takes the one that keeps the accuracy, be it the farther one', () => {
      expect(chooseForm([...forms, plain, withMatrix(plain, 50, 0.0064)], 'smallest', allowed).chosen).toBe('Q4_K_M');
    });

    it('takes the one without where there is no f16 to compare them with', () => {
      expect(chooseForm([{ ...plain, meanKl: null }, withMatrix(plain, 60, null)], 'smallest', allowed).chosen).toBe('Q4_K_M');
    });
  });
});
