export { runProgram, type Program, type ProgramRecord } from './run-program.ts';
export { startDialogue, type Dialogue } from './start-dialogue.ts';
