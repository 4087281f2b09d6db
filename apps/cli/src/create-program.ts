import { stages } from '@sqlwright/artifacts';
import { trainingProfiles, type TrainingProfileName } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { Command, CommanderError, Option } from 'commander';

const descriptions: Readonly<Record<(typeof stages)[number], string>> = {
  schema: 'DDL → schema, rows, values',
  synthesize: 'schema and teacher → verified question-SQL samples',
  train: 'samples → LoRA checkpoint (litgpt)',
  convert: 'checkpoint → GGUF, as adapter and merged',
  quantize: 'merged GGUF → smaller files',
  evaluate: 'model → execution accuracy, exact and token match, abstention',
};

/** The command line: each command loads what it needs when it runs. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command('sqlwright').description('From a PostgreSQL schema to a private text-to-SQL model that answers questions.').option('--verbose', 'show the causes of an error').exitOverride();
  program.configureOutput({ outputError: () => undefined });
  addStages(program, signal);
  addAnswering(program, signal);
  addTools(program, signal);
  for (const command of program.commands) command.exitOverride().configureOutput({ outputError: () => undefined }).option('--verbose', 'show the causes of an error');
  return wrapUsageErrors(program);
}

function datasetOption(): Option {
  return new Option('-d, --dataset <name>', 'folder below datasets/').default('customer');
}

function addStages(program: Command, signal: AbortSignal): void {
  for (const stage of stages) {
    const command = program.command(stage).description(descriptions[stage]).addOption(datasetOption());
    if (stage === 'train') command.addOption(new Option('--profile <name>', 'training profile').choices(Object.keys(trainingProfiles)));
    command.action(async (options: { dataset: string; profile?: TrainingProfileName }) => {
      const { runStage } = await import('./commands/run-stage.ts');
      await runStage(stage, options.dataset, options.profile === undefined ? {} : { profile: options.profile }, signal);
    });
  }
}

function answering(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(datasetOption())
    .option('--database-url <url>', 'a PostgreSQL database instead of the embedded one')
    .option('--model <file>', 'a GGUF file, whole model or adapter, instead of the dataset’s own');
}

function addAnswering(program: Command, signal: AbortSignal): void {
  answering(program, 'ask <question>', 'answer a question')
    .option('--json', 'print JSON')
    .action(async (question, options) => (await import('./commands/ask.ts')).ask(question, options, signal));
  answering(program, 'serve', 'answer questions over HTTP')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on', Number, 8080)
    .action(async (options) => (await import('./commands/serve.ts')).serve(options, signal));
  answering(program, 'predict', 'write the SQL for each question of a file')
    .requiredOption('--questions <file>', 'lines {"id","question"}')
    .requiredOption('--out <file>', 'lines {"id","sql"}')
    .action(async (options) => (await import('./commands/predict.ts')).predict(options, signal));
}

function addTools(program: Command, signal: AbortSignal): void {
  program
    .command('quickstart')
    .description('after all stages: times, figures and an example answer')
    .addOption(datasetOption())
    .action(async ({ dataset }) => (await import('./commands/quickstart.ts')).quickstart(dataset, signal));
  program
    .command('environment')
    .description('make the pinned Python environment')
    .action(async () => (await import('./commands/environment.ts')).environment(signal));
  program
    .command('release')
    .description('put the adapter with its figures where it is committed')
    .addOption(datasetOption())
    .action(async ({ dataset }) => (await import('./commands/release.ts')).release(dataset));
  program
    .command('record')
    .description('write the prompts that have no recorded answer, or take answers into recording.json')
    .addOption(datasetOption())
    .option('--model <name>', 'the model that wrote the answers')
    .option('--date <day>', 'when they were written, ISO 8601; today if not given')
    .action(async (options) => (await import('./commands/record.ts')).record(options.dataset, options));
  program
    .command('bench-train')
    .description('training speed beside a bare loop')
    .addOption(datasetOption())
    .action(async ({ dataset }) => (await import('./commands/bench-train.ts')).benchTrain(dataset, signal));
}

/** Commander's own errors get a code and a hint; help and version are no errors. */
function wrapUsageErrors(program: Command): Command {
  const parse = program.parseAsync.bind(program);
  program.parseAsync = async (argv, options) => {
    try {
      return await parse(argv, options);
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode === 0 || error.code === 'commander.help') return program;
      throw new SqlwrightError('usage.invalid', error.message.replace(/^error: /, '').replaceAll('\n', ' '), { cause: error, hint: 'See: npx sqlwright --help' });
    }
  };
  return program;
}
