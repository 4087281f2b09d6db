/** PostgreSQL's own operators over numbers, texts, dates, arrays and JSON. An operator of another name belongs to an extension or a user. */
const operators = `+ - * / % ^ |/ ||/ @ & | # ~ << >>
  = <> != < <= > >= ||
  ~~ !~~ ~~* !~~* !~ ~* !~* ^@
  @> <@ && &< &> -|- -> ->> #> #>> #- ? ?| ?& @? @@
  BETWEEN SYMMETRIC`;

export const allowedOperators: ReadonlySet<string> = new Set([...operators.split(/\s+/), 'NOT BETWEEN', 'BETWEEN SYMMETRIC', 'NOT BETWEEN SYMMETRIC']);
