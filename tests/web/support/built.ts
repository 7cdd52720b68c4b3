import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const BUILT = path.resolve(import.meta.dirname, '../../../dist/web');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const manifest = (): Record<string, Chunk> => JSON.parse(sourceOf('.vite/manifest.json')) as Record<string, Chunk>;

/** The scripts that a page loads before it shows anything: those that it names and all that these import. */
export function firstScripts(page: string): string[] {
  const html = sourceOf(page);
  const named = Object.entries(manifest()).filter(([, { file }]) => file.endsWith('.js') && html.includes(file));
  return scriptsOf(...named.map(([name]) => name));
}

/** The scripts of modules of the manifest, with all that these import. */
export function scriptsOf(...names: readonly string[]): string[] {
  const chunks = manifest();
  const taken = new Set<string>();
  const take = (name: string): void => {
    if (taken.has(name)) return;
    taken.add(name);
    for (const other of chunks[name]?.imports ?? []) take(other);
  };
  for (const name of names) take(name);
  return [...taken].map((name) => chunks[name]!.file);
}

export const sourceOf = (file: string): string => readFileSync(path.join(BUILT, file), 'utf8');

/** How many bytes of a script come over the line, to whoever takes no better than gzip. */
export function sentBytes(file: string): number {
  const packed = path.join(BUILT, `${file}.gz`);
  return readFileSync(existsSync(packed) ? packed : path.join(BUILT, file)).length;
}
