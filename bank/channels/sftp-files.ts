import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';
import type { Entry, Files } from './files.js';
import type { SftpConnection } from './sftp-connection.js';

/** SSH_FX_NO_SUCH_FILE */
const NO_SUCH_FILE = 2;

type Done = (error?: Error | null) => void;

/** A drop folder on an SFTP server. What is written outlasts a power cut as far as the server can promise it. */
export class SftpFiles implements Files {
  readonly #connection: SftpConnection;
  readonly #root: string;

  /** @param root absolute path on the server, without the last `/` */
  constructor(connection: SftpConnection, root: string) {
    this.#connection = connection;
    this.#root = root;
  }

  async list(folder: string): Promise<Entry[]> {
    const found = await this.#connection.ask<FileEntryWithStats[]>((sftp, answer) =>
      sftp.readdir(this.#at(folder), answer),
    );
    return found
      .filter(({ filename }) => filename !== '.' && filename !== '..')
      .map(({ filename, attrs }) => ({
        ...{ name: filename, isFile: attrs.isFile(), bytes: attrs.size, modifiedAt: attrs.mtime * 1000 },
      }));
  }

  async exists(file: string): Promise<boolean> {
    return (await this.#stat(file)) !== undefined;
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#do((sftp, done) => sftp.mkdir(this.#at(folder), done));
  }

  async write(file: string, bytes: Uint8Array): Promise<void> {
    const handle = await this.#connection.ask<Buffer>((sftp, answer) => sftp.open(this.#at(file), 'wx', answer));
    const content = Buffer.from(bytes);
    try {
      if (content.length > 0) await this.#do((sftp, done) => sftp.write(handle, content, 0, content.length, 0, done));
      await this.#do((sftp, done) => sync(sftp, handle, done));
    } finally {
      await this.#do((sftp, done) => sftp.close(handle, done));
    }
    const there = (await this.#stat(file))?.size;
    if (there !== content.length) throw new Error(`The server has ${there} of ${content.length} bytes of a file.`);
  }

  read(file: string): Promise<Uint8Array> {
    return this.#connection.ask<Buffer>((sftp, answer) => sftp.readFile(this.#at(file), answer));
  }

  async move(from: string, to: string): Promise<boolean> {
    return (
      (await unlessMissing(
        this.#do((sftp, done) => rename(sftp, this.#at(from), this.#at(to), done)).then(() => true),
      )) ?? false
    );
  }

  async remove(file: string): Promise<void> {
    const found = await this.#stat(file);
    if (!found) return;
    if (!found.isDirectory()) return await this.#do((sftp, done) => sftp.unlink(this.#at(file), done));
    for (const { name } of await this.list(file)) await this.remove(`${file}/${name}`);
    await this.#do((sftp, done) => sftp.rmdir(this.#at(file), done));
  }

  /** The protocol has no word for it. */
  settle(): Promise<void> {
    return Promise.resolve();
  }

  #at(file: string): string {
    return `${this.#root}/${file}`;
  }

  #stat(file: string): Promise<Stats | undefined> {
    return unlessMissing(this.#connection.ask<Stats>((sftp, answer) => sftp.stat(this.#at(file), answer)));
  }

  #do(act: (sftp: SFTPWrapper, done: Done) => void): Promise<void> {
    return this.#connection.ask<void>((sftp, answer) => act(sftp, (error) => answer(error)));
  }
}

/** In one step where the server has it (OpenSSH has); else as the protocol has it. */
function rename(sftp: SFTPWrapper, from: string, to: string, done: Done): void {
  try {
    sftp.ext_openssh_rename(from, to, done);
  } catch {
    sftp.rename(from, to, done);
  }
}

function sync(sftp: SFTPWrapper, handle: Buffer, done: Done): void {
  try {
    sftp.ext_openssh_fsync(handle, done);
  } catch {
    done();
  }
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as { code?: unknown }).code === NO_SUCH_FILE) return undefined;
    throw error;
  }
}
