import type { PackageJson, SiblingPackage } from './sibling-packages.ts';

/**
 * package.json as it is packed. The siblings come along in the tarball, as they are on no registry; npm installs nothing for a package
 * that came along, so what the siblings need from the registry is needed by this package too.
 */
export function publishedPackage(description: PackageJson, siblings: readonly SiblingPackage[]): PackageJson {
  const dependencies = Object.assign({}, ...siblings.map((sibling) => sibling.description.dependencies), description.dependencies) as Record<string, string>;
  const names = siblings.map((sibling) => sibling.description.name).sort();
  return { ...withoutWorkspace(description), dependencies, ...(names.length === 0 ? {} : { bundleDependencies: names }) };
}

/** Without what holds in the workspace only: scripts, settings of Nx, the condition that leads to sources. */
export function withoutWorkspace({ scripts: _scripts, nx: _nx, ...description }: PackageJson): PackageJson {
  return JSON.parse(JSON.stringify(description, (key, value: unknown) => (key === '@sqlwright/source' ? undefined : value))) as PackageJson;
}
