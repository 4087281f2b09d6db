import { datasetConfigSchema } from '@sqlwright/dataset-config';
import { parseDdl } from '@sqlwright/schema';
import { answerSettings } from './answer-settings.ts';

const config = datasetConfigSchema.parse({ name: 'shop', synthesize: { teacher: { provider: 'grammar' } }, answer: { denied: ['*.password'], maxRows: 7 } });

describe('answerSettings', () => {
  it('denies, besides what the configuration names, the columns that the database holds and the model was not told of', async () => {
    const schema = await parseDdl('CREATE TABLE product (id int PRIMARY KEY, label text);');
    const held = await parseDdl('CREATE TABLE product (id int PRIMARY KEY, label text, margin int); CREATE TABLE salary (id int PRIMARY KEY);');
    expect(answerSettings({ config }, schema, held)).toMatchObject({ schema, denied: ['*.password', 'product.margin'], limits: { maxRows: 7 } });
    expect(answerSettings({ config }, schema, schema).denied).toEqual(['*.password']);
  });
});
