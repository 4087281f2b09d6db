import { namesInComment } from './spoken-comment.ts';

describe('namesInComment', () => {
  it.each([
    ['Clients', ['clients']],
    ['The borrowers; also called readers or patrons', ['borrowers', 'readers', 'patrons']],
    ['e.g. Single, Double, Suite', []],
    ['For example Spanish or Pottery', []],
    ['NULL while unpaid', []],
    ['EUR incl. taxes', []],
    [undefined, []],
  ])('%s', (comment, names) => {
    expect(namesInComment(comment)).toEqual(names);
  });
});
