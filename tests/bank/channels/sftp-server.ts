import { once } from 'node:events';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from 'ssh2';

const { Server, utils } = ssh2;
const { flagsToString, STATUS_CODE } = utils.sftp;

/** An SFTP server of this process, over folders of this machine. */
export class SftpServer {
  readonly user = 'zhibao';
  readonly password = 'right';
  readonly key = utils.generateKeyPairSync('ecdsa', { bits: 256 });
  /** Of the client, where it signs in with a key. */
  readonly clientKey = utils.generateKeyPairSync('ecdsa', { bits: 256 });
  /** What is done at every request before it is answered; throwing breaks the line. */
  beforeAnswer: (what: string) => void = () => undefined;
  /** Requests of this kind are not answered. */
  silentAt: string | undefined;
  port = 0;
  readonly #lines = new Set<Connection>();
  readonly #server = new Server({ hostKeys: [this.key.private] }, (line) => this.#meet(line));

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    this.breakLines();
    this.#server.close();
    await once(this.#server, 'close');
  }

  breakLines(): void {
    for (const line of this.#lines) line.end();
  }

  #meet(line: Connection): void {
    this.#lines.add(line);
    (line as Connection & { setNoDelay(on: boolean): void }).setNoDelay(true);
    line.on('close', () => this.#lines.delete(line));
    line.on('error', () => undefined);
    line.on('authentication', (context) => {
      const isPassword = context.method === 'password' && context.password === this.password;
      const known = utils.parseKey(this.clientKey.public);
      const isKey =
        context.method === 'publickey' && !(known instanceof Error) && known.getPublicSSH().equals(context.key.data);
      if (context.username === this.user && (isPassword || isKey)) context.accept();
      else context.reject(['password', 'publickey']);
    });
    line.on('session', (accept) => accept().on('sftp', (open) => this.#serve(open(), line)));
  }

  #serve(sftp: SFTPWrapper, line: Connection): void {
    const folders = new Map<number, string[]>();
    const answer = (what: string, id: number, act: () => void) => {
      if (this.silentAt === what) return;
      try {
        this.beforeAnswer(what);
      } catch {
        line.end();
        return;
      }
      try {
        act();
      } catch (error) {
        const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
        sftp.status(id, missing ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE);
      }
    };
    const done = (id: number) => sftp.status(id, STATUS_CODE.OK);
    const fd = (handle: Buffer) => handle.readUInt32BE(0);
    const handleOf = (number: number) => {
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(number);
      return handle;
    };

    sftp.on('OPEN', (id, file, flags) =>
      answer('OPEN', id, () => sftp.handle(id, handleOf(openSync(file, flagsToString(flags) ?? 'r')))),
    );
    sftp.on('WRITE', (id, handle, offset, data) =>
      answer('WRITE', id, () => {
        writeSync(fd(handle), data, 0, data.length, offset);
        done(id);
      }),
    );
    sftp.on('READ', (id, handle, offset, length) =>
      answer('READ', id, () => {
        const data = Buffer.alloc(length);
        const read = readSync(fd(handle), data, 0, length, offset);
        if (read === 0) sftp.status(id, STATUS_CODE.EOF);
        else sftp.data(id, data.subarray(0, read));
      }),
    );
    sftp.on('CLOSE', (id, handle) =>
      answer('CLOSE', id, () => {
        if (!folders.delete(fd(handle))) closeSync(fd(handle));
        done(id);
      }),
    );
    sftp.on('OPENDIR', (id, folder) =>
      answer('OPENDIR', id, () => {
        const number = 1_000_000 + folders.size;
        folders.set(
          number,
          readdirSync(folder).map((name) => path.join(folder, name)),
        );
        sftp.handle(id, handleOf(number));
      }),
    );
    sftp.on('READDIR', (id, handle) =>
      answer('READDIR', id, () => {
        const files = folders.get(fd(handle)) ?? [];
        if (files.length === 0) return sftp.status(id, STATUS_CODE.EOF);
        folders.set(fd(handle), []);
        sftp.name(
          id,
          files.map((file) => ({ filename: path.basename(file), longname: file, attrs: attributesOf(file) })),
        );
      }),
    );
    sftp.on('FSTAT', (id, handle) => answer('FSTAT', id, () => sftp.attrs(id, attributes(fstatSync(fd(handle))))));
    for (const kind of ['STAT', 'LSTAT'] as const) {
      sftp.on(kind as 'STAT', (id, file) => answer('STAT', id, () => sftp.attrs(id, attributesOf(file))));
    }
    const acts = {
      MKDIR: (file: string) => mkdirSync(file),
      RMDIR: (file: string) => rmdirSync(file),
      REMOVE: (file: string) => unlinkSync(file),
    };
    for (const [what, act] of Object.entries(acts)) {
      sftp.on(what as 'REMOVE', (id, file) =>
        answer(what, id, () => {
          act(file);
          done(id);
        }),
      );
    }
    sftp.on('RENAME', (id, from, to) =>
      answer('RENAME', id, () => {
        renameSync(from, to);
        done(id);
      }),
    );
  }
}

const attributesOf = (file: string): Attributes => attributes(statSync(file));

const attributes = ({ mode, uid, gid, size, atimeMs, mtimeMs }: ReturnType<typeof statSync> & object): Attributes => ({
  ...{ mode: Number(mode), uid: Number(uid), gid: Number(gid), size: Number(size) },
  ...{ atime: Math.floor(Number(atimeMs) / 1000), mtime: Math.floor(Number(mtimeMs) / 1000) },
});
