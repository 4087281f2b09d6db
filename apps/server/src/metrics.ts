import type { Answer } from '@sqlwright/sql-qa';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Queue } from './service/queue.ts';

/** What is counted, and the text that Prometheus reads. */
export interface Metrics {
  questionAnswered(dataset: string, status: Answer['status'], seconds: Answer['seconds']): void;
  questionFailed(dataset: string, code: string): void;
  feedbackTaken(dataset: string, verdict: string): void;
  replied(route: string, method: string, status: number, seconds: number): void;
  readonly contentType: string;
  text(): Promise<string>;
}

const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

export function createMetrics(queue: Pick<Queue, 'load'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answered = new Counter({ name: 'sqlwright_questions_total', help: 'Questions that got an answer, by what became of them.', labelNames: ['dataset', 'status'], registers });
  const failed = new Counter({ name: 'sqlwright_question_errors_total', help: 'Questions without an answer, by error code.', labelNames: ['dataset', 'code'], registers });
  const feedback = new Counter({ name: 'sqlwright_feedback_total', help: 'Feedback kept, by verdict.', labelNames: ['dataset', 'verdict'], registers });
  const generate = new Histogram({ name: 'sqlwright_generate_seconds', help: 'Time in which the model wrote the SQL.', labelNames: ['dataset'], buckets, registers });
  const execute = new Histogram({ name: 'sqlwright_execute_seconds', help: 'Time in which the database ran it.', labelNames: ['dataset'], buckets, registers });
  const http = new Histogram({ name: 'sqlwright_http_seconds', help: 'Time until a reply was sent.', labelNames: ['route', 'method', 'status'], buckets, registers });
  addQueueGauges(queue, registers);
  return {
    questionAnswered(dataset, status, seconds) {
      answered.inc({ dataset, status });
      generate.observe({ dataset }, seconds.generate);
      execute.observe({ dataset }, seconds.execute);
    },
    questionFailed: (dataset, code) => failed.inc({ dataset, code }),
    feedbackTaken: (dataset, verdict) => feedback.inc({ dataset, verdict }),
    replied: (route, method, status, seconds) => http.observe({ route, method, status }, seconds),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function addQueueGauges(queue: Pick<Queue, 'load'>, registers: Registry[]): void {
  new Gauge({
    name: 'sqlwright_queue_questions',
    help: 'Questions that run or wait now.',
    labelNames: ['place'],
    registers,
    collect() {
      const { running, waiting } = queue.load();
      this.set({ place: 'running' }, running);
      this.set({ place: 'waiting' }, waiting);
    },
  });
}
