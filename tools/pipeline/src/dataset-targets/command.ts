const main = 'node --conditions=@sqlwright/source --disable-warning=ExperimentalWarning apps/cli/src/main.ts';

/** The command line of the sqlwright CLI, from its sources, for one dataset; it runs in the root of the workspace. */
export function cliCommand(subcommand: string, dataset: string, args = ''): string {
  return `${main} ${subcommand} --dataset ${dataset} ${args}`.trim();
}
