import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishedPackage, withoutWorkspace } from './published-package.ts';
import { readPackageJson, siblingPackages, type PackageJson, type SiblingPackage } from './sibling-packages.ts';

/** Puts real copies of the built siblings where npm packs them from, and the package.json that goes with them in place of the own one. */
export function bundleSiblings(folder: string): void {
  restorePackage(folder);
  const description = readPackageJson(folder);
  const siblings = siblingPackages(description);
  for (const sibling of siblings) copyBuilt(sibling, path.join(bundleFolder(folder), sibling.description.name));
  mkdirSync(path.dirname(originalFile(folder)), { recursive: true });
  cpSync(path.join(folder, 'package.json'), originalFile(folder));
  writePackageJson(folder, publishedPackage(description, siblings));
}

/** Puts the own package.json back and takes the copies away, so that the workspace uses its own sources again. */
export function restorePackage(folder: string): void {
  if (existsSync(originalFile(folder))) renameSync(originalFile(folder), path.join(folder, 'package.json'));
  rmSync(path.join(bundleFolder(folder), '@sqlwright'), { recursive: true, force: true });
}

/** Where npm looks for what `bundleDependencies` names; ignored by git. */
function bundleFolder(folder: string): string {
  return path.join(folder, 'node_modules');
}

/** The own package.json, while another one stands in its place. */
function originalFile(folder: string): string {
  return path.join(bundleFolder(folder), '.package.original.json');
}

function copyBuilt({ folder, description }: SiblingPackage, target: string): void {
  const packed = ['README.md', ...description.files].filter((name) => existsSync(path.join(folder, name)));
  for (const name of packed) cpSync(path.join(folder, name), path.join(target, name), { recursive: true, filter: isPublished });
  writePackageJson(target, withoutWorkspace(description));
}

function isPublished(file: string): boolean {
  return !/tsbuildinfo$|__pycache__$/.test(file);
}

function writePackageJson(folder: string, description: PackageJson): void {
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
}
