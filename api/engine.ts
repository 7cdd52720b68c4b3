import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Act } from '../domain/schemas/act.js';
import type { Strand } from '../domain/schemas/application.js';
import { RunningCases, workflowIdOf } from '../platform/running-cases.js';
import { isAway } from './acting/engine-away.js';
import { type ActOutcome, sendAct } from './acting/send-act.js';
import { Refused } from './problem.js';
import { safeError } from './security/safe-error.js';

const CONNECT_MS = 3_000;
const TELL_MS = 3_000;
/** While it is away nobody waits for it: the next try is this much later. */
const AWAY_MS = 2_000;

/** The workflow engine as the API needs it: it may be away, and the API goes on. */
export class Engine {
  readonly #connect: () => Promise<Client>;
  readonly #log: Logger;
  #client: Promise<Client> | undefined;
  #awayUntil = 0;

  constructor(connect: () => Promise<Client>, log: Logger) {
    this.#connect = connect;
    this.#log = log;
  }

  /** Starts a case or tells it something that is a row already; false while that can't be done: the sweep repeats it. */
  tell(what: (cases: RunningCases) => Promise<void>): Promise<boolean> {
    return this.#try((client) => what(new RunningCases(client)));
  }

  /**
   * Sends an act to its case and waits at most 10 s for its record.
   * @throws Refused with the code of the case's validator, or UNAVAILABLE when it can't be reached
   */
  async act(caseNo: string, strand: Strand, updateId: string, act: Act): Promise<ActOutcome> {
    return await this.decide(workflowIdOf(caseNo, strand), updateId, act);
  }

  /** The same for a bundle, by the ID of its workflow. */
  async decide(workflowId: string, updateId: string, act: Act): Promise<ActOutcome> {
    const client = await this.#connected();
    if (!client) throw new Refused('UNAVAILABLE');
    return await sendAct(client, workflowId, updateId, act);
  }

  /** For whoever reads histories. @throws Refused UNAVAILABLE */
  async reader(): Promise<Client> {
    const client = await this.#connected();
    if (!client) throw new Refused('UNAVAILABLE');
    return client;
  }

  isReachable(): Promise<boolean> {
    return this.#try(async (client) => void (await client.workflowService.getSystemInfo({})));
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.connection.close();
  }

  async #try(work: (client: Client) => Promise<void>): Promise<boolean> {
    const client = await this.#connected();
    if (!client) return false;
    try {
      await client.withDeadline(Date.now() + TELL_MS, () => work(client));
      return true;
    } catch (error) {
      if (isAway(error)) this.#away(error);
      else this.#log.warn({ err: safeError(error) }, 'the workflow engine could not be told');
      return false;
    }
  }

  async #connected(): Promise<Client | undefined> {
    if (Date.now() < this.#awayUntil) return undefined;
    const client = (this.#client ??= this.#connect());
    try {
      return await within(CONNECT_MS, client);
    } catch (error) {
      if (this.#client === client) this.#client = undefined;
      this.#away(error);
      return undefined;
    }
  }

  #away(error: unknown): void {
    this.#awayUntil = Date.now() + AWAY_MS;
    this.#log.warn({ err: safeError(error) }, 'the workflow engine is away');
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
