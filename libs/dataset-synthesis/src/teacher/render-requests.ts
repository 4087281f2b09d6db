import { renderTableDefinitions } from '@sqlwright/schema';
import type { RequestInput, SynthesizeSection } from '../synthesize-input.ts';
import { obfuscate } from './obfuscate.ts';
import { renderTeacherPrompt, type TeacherContext, type TeacherRequest } from '../teacher-prompt.ts';

/** A request as the teacher is sent it. */
export interface RenderedRequest {
  readonly topic: string;
  readonly prompt: string;
  /** How many samples it asks for. */
  readonly samples: number;
}

const mostSamples = 100;

/** Renders the requests to the teacher as they leave, obfuscated where that is asked for, in the order of the configured topics; one for more than 100 samples becomes several. */
export function renderRequests(given: RequestInput): RenderedRequest[] {
  const input = given.obfuscate === true ? obfuscate(given).input : given;
  const context: TeacherContext = {
    definitions: renderTableDefinitions(input.schema),
    values: input.config.showValues ? input.values : {},
    today: input.config.today,
    abstention: input.abstention,
    notes: input.config.notes,
  };
  return input.config.topics.flatMap(splitTopic).map((request) => ({ topic: request.topic, prompt: renderTeacherPrompt(context, request), samples: request.samples }));
}

function splitTopic(topic: SynthesizeSection['topics'][number]): TeacherRequest[] {
  const parts = Math.ceil(topic.samples / mostSamples);
  if (parts === 1) return [topic];
  return Array.from({ length: parts }, (_, index) => ({
    topic: topic.topic,
    // Each part is another text, else a teacher that remembers its replies would give the same samples again.
    focus: `${topic.focus} This is part ${index + 1} of ${parts}: write other samples than the other parts hold.`,
    samples: share(topic.samples, parts, index),
    unanswerable: share(topic.unanswerable, parts, index),
  }));
}

/** The whole number that falls to one of several parts; together they are the total. */
function share(total: number, parts: number, index: number): number {
  return Math.floor((total * (index + 1)) / parts) - Math.floor((total * index) / parts);
}
