import { createHash } from 'node:crypto';
import { Client, type SFTPWrapper } from 'ssh2';

export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** Fingerprints of the server's own keys, `SHA256:…`: whoever has another key is not the bank. */
  readonly hostKeys: readonly string[];
  readonly password?: string;
  readonly privateKey?: string;
  readonly timeoutMs: number;
}

/** As the library answers: an error, or what was asked for. */
export type Answer<T> = (error?: Error | null, value?: T) => void;

/** The server that answers has none of the keys that the configuration names. */
export class StrangeHost extends Error {
  readonly fingerprint: string;
  constructor(fingerprint: string) {
    super(`The server has the key ${fingerprint}, which is none of those of the bank.`);
    this.name = 'StrangeHost';
    this.fingerprint = fingerprint;
  }
}

/** As `ssh-keygen -lf` shows it. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

/** A connection that is opened when it is needed, kept, and opened anew after it broke. */
export class SftpConnection {
  readonly #address: SftpAddress;
  #client: Client | undefined;
  #session: Promise<SFTPWrapper> | undefined;

  constructor(address: SftpAddress) {
    this.#address = address;
  }

  /** Asks the server one thing. @throws where the line breaks or no answer comes in time: then it may have been done or not */
  async ask<T>(question: (sftp: SFTPWrapper, answer: Answer<T>) => void): Promise<T> {
    const { timeoutMs } = this.#address;
    const sftp = await (this.#session ??= this.#open());
    return await new Promise<T>((resolve, reject) => {
      const settle = (then: () => void) => {
        clearTimeout(timer);
        sftp.off('close', broken);
        then();
      };
      const broken = () => settle(() => reject(new Error("The line to the bank's server broke.")));
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`The bank's server did not answer within ${timeoutMs} ms.`)));
        this.close();
      }, timeoutMs);
      sftp.once('close', broken);
      question(sftp, (error, value) => settle(() => (error ? reject(error) : resolve(value as T))));
    });
  }

  close(): void {
    this.#session = undefined;
    this.#client?.destroy();
    this.#client = undefined;
  }

  #open(): Promise<SFTPWrapper> {
    const { host, port, username, hostKeys, password, privateKey, timeoutMs } = this.#address;
    const client = new Client();
    this.#client = client;
    let strange: StrangeHost | undefined;
    const opened = new Promise<SFTPWrapper>((resolve, reject) => {
      client.on('ready', () => {
        // Short questions one after the other: each would wait for the receipt of the one before.
        client.setNoDelay(true);
        client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp)));
      });
      client.on('error', (error) => reject(strange ?? error));
      client.on('close', () => {
        if (this.#client === client) this.close();
        reject(strange ?? new Error("The bank's server closed the line."));
      });
      client.connect({
        ...{ host, port, username, readyTimeout: timeoutMs, keepaliveInterval: timeoutMs },
        ...(password !== undefined && { password, passphrase: password }),
        ...(privateKey !== undefined && { privateKey }),
        hostVerifier: (key: Buffer) => {
          const fingerprint = fingerprintOf(key);
          if (!hostKeys.includes(fingerprint)) strange = new StrangeHost(fingerprint);
          return strange === undefined;
        },
      });
    });
    opened.catch(() => this.close());
    return opened;
  }
}
