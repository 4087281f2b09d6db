import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createScriptedModel } from '@sqlwright/language-model/testing';
import { silentProgress } from '@sqlwright/artifacts';
import { loadDatasetConfig } from '@sqlwright/dataset-config';
import { parseDdl } from '@sqlwright/schema';
import { collectSamples } from '../collect-samples.ts';

const schema = await parseDdl(await readFile(path.join(import.meta.dirname, '../../test/clinic.sql'), 'utf8'));
const { config } = await loadDatasetConfig(path.join(import.meta.dirname, '../../../..'), 'customer');
const topics = [{ topic: 'patients', focus: 'How many patients a doctor has; phone, salary and appointments of a room.', samples: 1, unanswerable: 0 }];

describe('a teacher that must not know the names', () => {
  it('is sent none of them, and its reply gets them back', async () => {
    const sent: string[] = [];
    const teacher = createScriptedModel(({ message }) => {
      sent.push(message);
      return '{"questions":["How many entity_3s have the entity_3_field_3 \'x\'?","entity 3s by label_1_3","Count entity_3s."],"tables":["entity_3"],"sql":"SELECT COUNT(*) FROM entity_3 WHERE entity_3_field_3 = \'label_1_3\'"}';
    });
    const settings = { ...config.synthesize, topics, notes: ['Dr. Kim is a patient too.'], replyTokens: 100_000 };
    const { replies } = await collectSamples({ schema, config: settings, values: { 'patient.city': ['Lyon'] }, abstention: "I don't know", obfuscate: true, schemaFingerprint: '', schemaDigest: '', source: { kind: 'teacher', teacher, replyCache: undefined }, database: undefined as never }, new AbortController().signal, silentProgress);
    expect(sent).toHaveLength(1);
    const leaked = [...schema.tables.flatMap((table) => [table.name, ...table.columns.map(({ name }) => name), ...(table.comment ?? '').split(' ')]), ...schema.enums.flatMap(({ values }) => values), 'Cardiology', 'mobile', 'Lyon', 'Kim', 'patients', 'doctors', 'appointments'];
    // The rules speak of names and notes in general; what is left of the schema's own words would be a leak.
    const general = /^(name|number|phone|email|a|of|to|also|called|reason|form|total|city|notes|gender|visit|refills|method|unit|country|address|doctor)$/;
    const [task = ''] = (sent[0] ?? '').split('## Rules for the SQL');
    expect(leaked.filter((word) => word.length > 2 && !general.test(word) && new RegExp(`\\b${word.replace(/[;.]/g, '')}\\b`, 'i').test(task))).toEqual([]);
    expect(replies[0]?.samples[0]).toMatchObject({ topic: 'patients', tables: ['patient'], sql: "SELECT COUNT(*) FROM patient WHERE gender = 'completed'", questions: ["How many patients have the gender 'x'?", 'patients by completed', 'Count patients.'] });
  });
});
