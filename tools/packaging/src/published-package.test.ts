import { publishedPackage } from './published-package.ts';
import type { PackageJson } from './sibling-packages.ts';

function library(name: string, dependencies: Record<string, string>): PackageJson {
  const exports = { '.': { '@sqlwright/source': './src/index.ts', default: './dist/index.js' } };
  return { name: `@sqlwright/${name}`, files: ['dist'], exports, scripts: { prepack: 'node x.ts' }, nx: { tags: [] }, dependencies };
}

describe('publishedPackage', () => {
  const errors = library('errors', {});
  const schema = library('schema', { '@sqlwright/errors': '0.1.0', zod: '4.6.7' });
  const database = library('database', { '@sqlwright/schema': '0.1.0', pg: '8.23.1' });

  it('brings the siblings along and needs what they need', () => {
    const packed = publishedPackage(database, [schema, errors].map((description) => ({ folder: '', description })));
    expect(packed['bundleDependencies']).toEqual(['@sqlwright/errors', '@sqlwright/schema']);
    expect(packed.dependencies).toEqual({ '@sqlwright/schema': '0.1.0', '@sqlwright/errors': '0.1.0', pg: '8.23.1', zod: '4.6.7' });
  });

  it('leaves out what holds in the workspace only', () => {
    const packed = publishedPackage(errors, []);
    expect(packed).toEqual({ name: '@sqlwright/errors', files: ['dist'], exports: { '.': { default: './dist/index.js' } }, dependencies: {} });
  });
});
