export { createSqlConstraint } from './constraint/create-sql-constraint.ts';
export { createSqlGenerator, type Abstention, type FailedStatement, type GeneratedSql, type SqlGenerationOptions, type SqlGenerator, type SqlGeneratorOptions } from './create-sql-generator.ts';
export { groundValues, type GroundedSql, type Grounding, type ImpossibleValue, type ValueDomains } from './ground-values.ts';
export { matchValue } from './grounding/match-value.ts';
export { sequenceProbability } from './sequence-probability.ts';
