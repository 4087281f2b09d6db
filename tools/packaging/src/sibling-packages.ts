import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The part of package.json that packing reads. */
export interface PackageJson {
  readonly name: string;
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A library of this workspace that another one needs at run time. */
export interface SiblingPackage {
  readonly folder: string;
  readonly description: PackageJson;
}

const ownScope = '@sqlwright/';
const installed = path.join(import.meta.dirname, '../../../node_modules');

export function readPackageJson(folder: string): PackageJson {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageJson;
}

/** The libraries that a package needs, also those that they need in turn. */
export function siblingPackages(description: PackageJson): SiblingPackage[] {
  const found = new Map<string, SiblingPackage>();
  collect(description, found);
  return [...found.values()];
}

function collect({ dependencies = {} }: PackageJson, found: Map<string, SiblingPackage>): void {
  for (const name of Object.keys(dependencies).filter((one) => one.startsWith(ownScope) && !found.has(one))) {
    const folder = realpathSync(path.join(installed, name));
    const sibling = { folder, description: readPackageJson(folder) };
    found.set(name, sibling);
    collect(sibling.description, found);
  }
}
