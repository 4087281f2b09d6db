export { runProgram, type Program, type ProgramRecord } from './run-program.ts';
