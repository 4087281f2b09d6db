import { mkdir, writeFile } from 'node:fs/promises';
import { abstractSamples } from '../src/phrasebook/abstract-samples.ts';
import { phrasebookFolder, writePhrases } from '../src/phrasebook/phrase.ts';
import { readRecordedSamples } from './read-recorded-samples.ts';

/** Makes `phrasebook/` anew: `node --conditions=@sqlwright/source libs/dataset-synthesis/test/write-phrasebook.ts`. */
const phrasebook = abstractSamples(await readRecordedSamples());
await mkdir(phrasebookFolder, { recursive: true });
for (const [name, phrases] of Object.entries(phrasebook)) await writeFile(new URL(`${name}.jsonl`, phrasebookFolder), writePhrases(phrases));
