import type { FastifyInstance } from 'fastify';
import type { Column, Table } from '@sqlwright/schema';
import type { AskService } from '../../service/ask-service.ts';
import type { ServedDataset } from '../../service/dataset.ts';
import { datasetQuerySchema, datasetsReplySchema, errorSchema, schemaReplySchema } from '../schemas.ts';

/** GET /v1/schema and /v1/datasets: what may be asked about. */
export function schemaRoutes(server: FastifyInstance, service: AskService): void {
  const schema = { summary: 'What a database holds', querystring: datasetQuerySchema, response: { 200: schemaReplySchema, 404: errorSchema } };
  server.get<{ Querystring: { dataset?: string } }>('/v1/schema', { schema }, ({ query }) => renderSchema(service.dataset(query.dataset)));
  server.get('/v1/datasets', { schema: { summary: 'The served datasets, with questions to start with', response: { 200: datasetsReplySchema } } }, () => ({
    datasets: service.datasets.map(({ name, model, databaseKind, examples }) => ({ name, model: model.current().name, database: databaseKind, examples })),
  }));
}

/** A schema with the values of its columns, for programs and for the page. */
export function renderSchema({ name, schema, domains }: ServedDataset): object {
  return { dataset: name, tables: schema.tables.map((table) => renderTable(table, domains)) };
}

function renderTable(table: Table, domains: ServedDataset['domains']): object {
  const { name, kind, comment, primaryKey, foreignKeys, columns } = table;
  return { name, kind, ...(comment === undefined ? {} : { comment }), primaryKey, foreignKeys, columns: columns.map((column) => renderColumn(name, column, domains)) };
}

function renderColumn(table: string, { name, type, nullable, comment }: Column, domains: ServedDataset['domains']): object {
  const values = Object.hasOwn(domains, `${table}.${name}`) ? domains[`${table}.${name}`] : undefined;
  return { name, type, nullable, ...(comment === undefined ? {} : { comment }), ...(values === undefined ? {} : { values }) };
}
