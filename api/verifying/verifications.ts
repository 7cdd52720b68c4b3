import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Db } from '../../prisma/client.js';
import type { AskedToVerify, ToldByVerifier } from './protocol.js';

const HEARD_MS = 5000;
const SILENT_MS = 30_000;

/** A verification that was last heard of before this moment was broken off. */
export const silentSince = (): Date => new Date(Date.now() - SILENT_MS);

/** Where its journal and its report lie. */
export const reportFolder = (home: string, id: string): string => path.join(home, 'verify', id);

interface Ground {
  readonly db: Db;
  readonly log: Logger;
  /** The data folder. */
  readonly home: string;
  /** The compiled program that verifies, and what it is told. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Has verifications done by a process of their own, one after the other. What waits or runs is heard of every few
 * seconds; what this process leaves behind falls silent, and goes on when somebody asks for it.
 */
export class Verifications {
  readonly #ground: Ground;
  readonly #held = new Set<string>();
  readonly #beat: NodeJS.Timeout;
  #last = Promise.resolve();
  #child: ChildProcess | undefined;
  #closed = false;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#beat = setInterval(() => void this.#hear().catch(() => undefined), HEARD_MS).unref();
  }

  /** The verification of this ID is done when those before it are. */
  begin(id: string): void {
    this.#held.add(id);
    this.#last = this.#last
      .then(() => (this.#closed ? undefined : this.#verify(id)))
      .then(() => this.#left(id))
      .catch((error: Error) => this.#ground.log.error({ err: error, id }, 'a verification broke off'));
  }

  /** Ends what runs; it can go on later. */
  async close(): Promise<void> {
    clearInterval(this.#beat);
    this.#closed = true;
    this.#child?.kill();
    await this.#last;
  }

  async #verify(id: string): Promise<void> {
    const { db, home, program, env } = this.#ground;
    const { areaCode: area, year, full, kept } = await db.verification.findUniqueOrThrow({ where: { id } });
    const child = fork(program, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#child = child;
    let saved: Promise<unknown> = Promise.resolve();
    child.on('message', (told: ToldByVerifier) => {
      saved = saved.then(() => this.#save(id, told));
    });
    const ended = once(child, 'exit');
    // One that has ended already hears nothing: that is told by its exit.
    child.send({ folder: reportFolder(home, id), area, year, full, kept } satisfies AskedToVerify, () => undefined);
    await ended;
    await saved;
  }

  /** Without its end it was broken off, and is known to be at once. */
  async #left(id: string): Promise<void> {
    this.#held.delete(id);
    await this.#ground.db.verification.updateMany({ where: { id, endedAt: null }, data: { heardAt: new Date(0) } });
  }

  async #save(id: string, told: ToldByVerifier): Promise<void> {
    const now = new Date();
    const data = 'findings' in told ? { ...told, endedAt: now } : { ...told, heardAt: now };
    await this.#ground.db.verification.update({ where: { id }, data });
  }

  async #hear(): Promise<void> {
    if (this.#held.size === 0) return;
    const where = { id: { in: [...this.#held] }, endedAt: null };
    await this.#ground.db.verification.updateMany({ where, data: { heardAt: new Date() } });
  }
}
