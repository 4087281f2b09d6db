import { SqlwrightError } from '@sqlwright/errors';
import { Option, type Command } from 'commander';
import { datasetOption } from '../dataset-option.ts';
import { ways } from './ways.ts';

/** Without further options the stage of a dataset; with questions any models on them. */
export function addEvaluate(command: Command, signal: AbortSignal): void {
  command
    .option('--questions <file>', 'lines {"id","question","gold","topic","level"}: judge the models named below on them instead')
    .option('--database-url <url>', 'a PostgreSQL database instead of the dataset’s seeded one')
    .option('--no-values', 'read no value of its columns; only those that the schema lists are matched')
    .option('--model <files...>', 'GGUF files')
    .addOption(new Option('--provider <name>', 'a hosted model').choices(['openai', 'anthropic']))
    .option('--provider-model <name>', 'its name at the provider')
    .option('--base-url <url>', 'another server that speaks the provider’s API')
    .option('--key-variable <name>', 'environment variable of its key')
    .option('--concurrency <number>', 'questions that it is asked at the same time', Number, 4)
    .addOption(new Option('--confidence <source>', 'where the confidence of an answer comes from').choices(['none', 'tokens', 'samples']))
    .option('--samples <number>', 'samples a question for the confidence', Number, 5)
    .addOption(new Option('--ways <names...>', 'how each model is asked: without the constraint on names, with it, with a second try, with votes; each is a column').choices(ways))
    .option('--votes <number>', 'tries a question where the way is voted', Number, 5)
    .option('--instances <number>', 'generated databases of the test suite', Number, 3)
    .option('--statement-seconds <number>', 'longest run of one statement', Number, 5)
    .option('--reply-seconds <number>', 'longest wait for one reply', Number, 180)
    .option('--max-tokens <number>', 'most tokens of a reply', Number, 400)
    .option('--out <folder>', 'where the report goes', 'evaluation')
    .action(async (options) => {
      if (options.questions === undefined) {
        refuseStray(options);
        return (await import('../commands/run-stage.ts')).runStage('evaluate', options.dataset, {}, signal);
      }
      return (await import('../commands/evaluate-questions.ts')).evaluateQuestions(options, signal);
    });
}

/** What judges, compares and guards models besides the stage. */
export function addEvaluationTools(program: Command, signal: AbortSignal): void {
  program
    .command('compare <a> <b>')
    .description('two evaluations, question by question: is their difference real?')
    .option('--json', 'print JSON')
    .action(async (a, b, options) => (await import('../commands/compare.ts')).compare(a, b, options));
  program
    .command('gate')
    .description('fail where the last evaluation fell below the committed baseline')
    .addOption(datasetOption())
    .option('--accept', 'make the last evaluation the baseline')
    .action(async ({ dataset, ...options }) => (await import('../commands/gate.ts')).gate(dataset, options));
  program
    .command('parity')
    .description('hold every form of the model against the one that it was made from')
    .addOption(datasetOption())
    .option('--prompts <number>', 'questions that each form is asked', Number, 40)
    .option('--all', 'quantized forms too that the stage does not make')
    .action(async (options) => (await import('../commands/parity.ts')).parity(options, signal));
  program
    .command('choose-quantization')
    .description('adapter, f16 and each quantized form: size, speed and accuracy, and which one to serve')
    .addOption(datasetOption())
    .option('--questions <number>', 'questions that each form is asked at most; all by default', Number)
    .option('--again', 'measure again what an earlier run has measured')
    .action(async (options) => (await import('../commands/choose-quantization.ts')).chooseQuantization(options, signal));
}

/** Options that name a model would be passed over by the stage, whose model the configuration names. */
function refuseStray(options: Readonly<Record<string, unknown>>): void {
  const stray = ['model', 'provider', 'databaseUrl', 'baseUrl', 'ways'].filter((name) => options[name] !== undefined);
  if (stray.length === 0) return;
  throw new SqlwrightError('usage.invalid', `${stray.map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`).join(', ')} needs --questions.`, { hint: 'Give --questions FILE.jsonl, or nothing but --dataset to run the stage.' });
}
