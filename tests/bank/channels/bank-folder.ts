import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A drop folder with a bank behind it that takes away whatever lies in `out`. */
export class BankFolder {
  readonly root: string;
  /** Every file that the bank took, in order. */
  readonly took: { name: string; text: string }[] = [];

  constructor(root = mkdtempSync(path.join(tmpdir(), 'bank-folder-'))) {
    this.root = root;
    for (const folder of ['out', 'in', 'staging']) mkdirSync(path.join(root, folder), { recursive: true });
  }

  take(): void {
    for (const name of this.names('out')) {
      const file = path.join(this.root, 'out', name);
      this.took.push({ name, text: readFileSync(file, 'utf8') });
      rmSync(file);
    }
  }

  /** Lays a report ready, as banks do: under another name first. */
  report(name: string, text: string): void {
    const file = path.join(this.root, 'in', name);
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  }

  names(folder: string): string[] {
    return readdirSync(path.join(this.root, folder)).toSorted();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
