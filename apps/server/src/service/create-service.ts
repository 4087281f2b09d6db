import { createFeedbackService, type FeedbackService } from '../feedback/feedback-service.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { createAskService, type AskService } from './ask-service.ts';
import type { Audit } from './audit.ts';
import type { ServedDataset } from './dataset.ts';
import { createQueue, type Queue, type QueueLimits } from './queue.ts';
import { createRecentAnswers } from './recent-answers.ts';

/** All that answers, behind every door: HTTP, the OpenAI form and MCP. */
export interface Service {
  readonly ask: AskService;
  readonly feedback: FeedbackService;
  readonly queue: Queue;
  readonly metrics: Metrics;
  readonly audit: Audit;
}

export interface ServiceOptions {
  readonly datasets: readonly ServedDataset[];
  readonly limits: QueueLimits;
  readonly audit: Audit;
}

export function createService({ datasets, limits, audit }: ServiceOptions): Service {
  const queue = createQueue(limits);
  const metrics = createMetrics(queue);
  const recent = createRecentAnswers();
  const ask = createAskService({ datasets, queue, recent, metrics, audit });
  return { ask, queue, metrics, audit, feedback: createFeedbackService({ service: ask, recent, queue, metrics, audit }) };
}
