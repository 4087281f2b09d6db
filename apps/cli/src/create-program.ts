import os from 'node:os';
import { stages } from '@sqlwright/artifacts';
import { trainingProfiles, type TrainingProfileName } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { Command, CommanderError, Option } from 'commander';
import { addBenchmarks } from './benchmark-commands.ts';
import { keepMemorySmall } from './keep-memory-small.ts';
import { limitThreadPool } from './limit-thread-pool.ts';
import { datasetOption } from './dataset-option.ts';
import { addEvaluate, addEvaluationTools } from './evaluation/evaluation-commands.ts';

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
  addServing(program, signal);
  addEvaluationTools(program, signal);
  addTools(program, signal);
  addBenchmarks(program, signal);
  for (const command of program.commands) command.exitOverride().configureOutput({ outputError: () => undefined }).option('--verbose', 'show the causes of an error');
  return wrapUsageErrors(program);
}

function addStages(program: Command, signal: AbortSignal): void {
  for (const stage of stages) {
    const command = program.command(stage).description(descriptions[stage]).addOption(datasetOption());
    if (stage === 'evaluate') {
      addEvaluate(command, signal);
      continue;
    }
    if (stage === 'train') {
      command.addOption(new Option('--profile <name>', 'training profile').choices(Object.keys(trainingProfiles)));
      command.option('--initial-adapter <file>', 'GGUF adapter of the same base to go on from, in place of train.initialAdapter');
    }
    if (stage === 'synthesize') command.option('--obfuscate', 'tell a model other names than those of the database');
    if (stage === 'schema' || stage === 'synthesize') command.option('--no-values', 'keep no value of the database and tell the teacher none');
    command.action(async ({ dataset, ...options }: { dataset: string; profile?: TrainingProfileName; initialAdapter?: string; obfuscate?: boolean; values?: boolean }) => {
      const { runStage } = await import('./commands/run-stage.ts');
      await runStage(stage, dataset, options, signal);
    });
  }
}

/** What answers people on the command line as in the service. */
function modelOption(): Option {
  return new Option('--model <file>', 'a GGUF file, whole model or adapter; without it the promoted model answers, else the newest trained one, else the released one');
}

function answering(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(datasetOption())
    .option('--database-url <url>', 'a PostgreSQL database instead of the embedded one')
    .addOption(modelOption())
    .hook('preAction', keepMemorySmall);
}

function addAnswering(program: Command, signal: AbortSignal): void {
  answering(program, 'ask [question]', 'answer a question, or without one those that are typed')
    .hook('preAction', () => limitThreadPool(1))
    .option('--json', 'print JSON, a line an answer')
    .option('--csv', 'print the rows as CSV')
    .action(async (question, options) => (await import('./commands/ask.ts')).ask(question, options, signal));
  answering(program, 'predict', 'write the SQL for each question of a file')
    .requiredOption('--questions <file>', 'lines {"id","question"}')
    .requiredOption('--out <file>', 'lines {"id","sql"}')
    .action(async (options) => (await import('./commands/predict.ts')).predict(options, signal));
  addGuarding(program);
}

function addGuarding(program: Command): void {
  program
    .command('guard')
    .description('judge SQL without a database: may it run?')
    .requiredOption('--in <file>', 'lines {"id","sql"}')
    .requiredOption('--out <file>', 'lines {"id","allowed","code","reason"}')
    .option('-d, --dataset <name>', 'only the tables of this dataset may be read')
    .option('--ddl <file>', 'only the tables of this DDL may be read')
    .option('--deny <names...>', 'tables, table.column or *.column that may not be read')
    .action(async (options) => (await import('./commands/guard.ts')).guard(options));
  program
    .command('role')
    .description('the SQL that makes a role for answering: it may read the tables of the dataset and nothing else')
    .addOption(datasetOption())
    .option('--name <role>', 'name of the role', 'sqlwright_reader')
    .option('--apply', 'run it on the database at --database-url instead of printing it')
    .option('--database-url <url>', 'a PostgreSQL database, as a user that may create roles')
    .action(async (options) => (await import('./commands/role.ts')).role(options));
}

function serving(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option('-d, --dataset <names...>', 'folders below datasets/').default(['customer']))
    .option('--database-url <url>', 'a PostgreSQL database instead of the embedded one')
    .addOption(modelOption())
    .option('--audit-log <file>', 'where each question and what ran is written, as JSON lines')
    .hook('preAction', keepMemorySmall)
    .hook('preAction', () => limitThreadPool(os.availableParallelism()));
}

function addServing(program: Command, signal: AbortSignal): void {
  serving(program, 'serve', 'page, API and MCP over HTTP')
    .option('--host <address>', 'address to listen on; others than this machine need keys')
    .option('--port <number>', 'port to listen on, 8080 by default', Number)
    .option('--keys <file>', 'hashes of the keys that may ask; keys.json where it is there')
    .option('--allow-host <names...>', 'names that the service is reached by')
    .option('--trust-proxy', 'take the client’s address from X-Forwarded-For')
    .option('--running <number>', 'questions worked on at the same time', Number)
    .option('--waiting <number>', 'questions that may wait', Number)
    .option('--requests-per-minute <number>', 'of one key or address', Number)
    .option('--grace-seconds <number>', 'time for running answers at the end', Number)
    .action(async (options) => (await import('./commands/serve.ts')).serve(options, signal));
  serving(program, 'mcp', 'MCP over standard input and output').action(async (options) => (await import('./commands/mcp.ts')).mcp(options, signal));
  program
    .command('promote')
    .description('serve the newly trained model if it beats the served one on the frozen questions')
    .addOption(datasetOption())
    .option('--model <file>', 'a GGUF file, whole model or adapter, instead of the newly trained one')
    .action(async (options) => (await import('./commands/promote.ts')).promote(options, signal));
  program
    .command('rollback')
    .description('serve the model before the served one again')
    .addOption(datasetOption())
    .action(async (options) => (await import('./commands/rollback.ts')).rollback(options));
  program
    .command('key <name>')
    .description('make a key for the service; only its hash is kept')
    .option('--keys <file>', 'keys.json by default')
    .action(async (name, options) => (await import('./commands/key.ts')).key(name, options));
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
