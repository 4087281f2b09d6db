import { errorCodes } from './error-codes.ts';
import { parseWith } from './parse-with.ts';
import { SqlwrightError } from './sqlwright-error.ts';
import { toSqlwrightError } from './to-sqlwright-error.ts';

const failing = (issues: object[]) => ({ safeParse: () => ({ success: false as const, error: { issues: issues as never } }) });
const origin = { code: 'config.invalid' as const, what: 'The file', hint: 'Look again.', known: ['epochs', 'learningRate'] };

describe('parseWith', () => {
  it('reports all issues at once and suggests the key that was meant', () => {
    const parser = failing([
      { code: 'unrecognized_keys', path: ['train'], message: '', keys: ['epoch'] },
      { code: 'too_small', path: ['train', 'rank'], message: 'must be positive' },
    ]);
    expect(() => parseWith(parser, {}, origin)).toThrow('The file is not valid:\n  unknown key train.epoch (did you mean "epochs"?)\n  train.rank: must be positive');
  });

  it('suggests nothing where nothing is near', () => {
    expect(() => parseWith(failing([{ code: 'unrecognized_keys', path: [], message: '', keys: ['zzzzzz'] }]), {}, origin)).toThrow(/unknown key zzzzzz$/);
  });
});

describe('toSqlwrightError', () => {
  it('tells a full disk, a cancelled run and a defect apart', () => {
    expect(toSqlwrightError(Object.assign(new Error('no space'), { code: 'ENOSPC' })).code).toBe('disk.full');
    expect(toSqlwrightError(new DOMException('stop', 'AbortError')).code).toBe('run.cancelled');
    expect(toSqlwrightError('odd')).toMatchObject({ code: 'internal.error', message: 'odd' });
  });

  it('passes its own errors through', () => {
    const error = new SqlwrightError('ddl.syntax', 'x', { hint: 'y' });
    expect(toSqlwrightError(error)).toBe(error);
  });
});

describe('errorCodes', () => {
  it('never ends a failure with exit code 0 or 1, which scripts cannot tell from others', () => {
    expect(Object.values(errorCodes).every(({ exitCode }) => exitCode > 1 && exitCode <= 130)).toBe(true);
  });
});
