import path from 'node:path';

/** Absolute path of a command of a virtual environment. */
export function environmentProgram(folder: string, name: string): string {
  return process.platform === 'win32' ? path.join(folder, 'Scripts', `${name}.exe`) : path.join(folder, 'bin', name);
}
