/*
 * A plain tar archive (POSIX ustar), so that a pack opens anywhere. Names have up to 100 bytes.
 */
const BLOCK = 512;

export interface PackedFile {
  readonly name: string;
  readonly content: Buffer;
}

export function tar(files: readonly PackedFile[]): Buffer {
  const parts = files.flatMap(({ name, content }) => [header(name, content.length), content, padding(content.length)]);
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

/** @throws Error where it is no such archive */
export function untar(archive: Buffer): PackedFile[] {
  const files: PackedFile[] = [];
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const head = archive.subarray(at, at + BLOCK);
    if (head.toString('latin1', 257, 262) !== 'ustar') throw new Error('This is no pack.');
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8);
    files.push({ name: text(head.subarray(0, 100)), content: archive.subarray(at + BLOCK, at + BLOCK + size) });
    at += BLOCK + size + padding(size).length;
  }
  return files;
}

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a pack.`);
  const head = Buffer.alloc(BLOCK);
  const put = (at: number, value: string) => head.write(value, at, 'utf8');
  const octal = (number: number, digits: number) => number.toString(8).padStart(digits, '0');
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${octal(size, 11)}\0`);
  put(136, `${octal(0, 11)}\0`);
  put(148, ' '.repeat(8));
  put(156, '0');
  put(257, 'ustar\x0000');
  put(
    148,
    `${octal(
      head.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
  );
  return head;
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
const text = (bytes: Buffer): string => bytes.toString('utf8').replace(/\0.*$/s, '');
