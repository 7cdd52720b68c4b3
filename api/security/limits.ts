import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from 'pg';
import type { Keyring } from '../../platform/keyring.js';
import { Refused } from '../problem.js';

const MINUTE = 60;

/**
 * How often, in seconds. A village point has fifty households behind one address, so addresses get a generous share;
 * phones and logins a narrow one.
 */
const LIMITS = {
  codePhone: { points: 5, duration: 10 * MINUTE },
  codeAddress: { points: 300, duration: 10 * MINUTE },
  codeSignInAddress: { points: 600, duration: 10 * MINUTE },
  passwordLogin: { points: 10, duration: 15 * MINUTE },
  passwordAddress: { points: 200, duration: 15 * MINUTE },
  objectionAddress: { points: 60, duration: 10 * MINUTE },
  receiptAddress: { points: 300, duration: 10 * MINUTE },
} as const;

export type LimitName = keyof typeof LIMITS;

/** Counts in PostgreSQL, the same for every process; what is counted is stored as a keyed hash. */
export class Limits {
  readonly #keyring: Keyring;
  readonly #limiters: Record<LimitName, RateLimiterPostgres>;

  constructor(pool: Pool, keyring: Keyring) {
    this.#keyring = keyring;
    const limiter = (name: LimitName) =>
      new RateLimiterPostgres({
        ...LIMITS[name],
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: name,
        // One of them sweeps for all.
        clearExpiredByTimeout: name === 'codePhone',
      });
    const names = Object.keys(LIMITS) as LimitName[];
    this.#limiters = Object.fromEntries(names.map((name) => [name, limiter(name)])) as Record<
      LimitName,
      RateLimiterPostgres
    >;
  }

  /** @throws Refused TOO_MANY_REQUESTS */
  async take(name: LimitName, of: string): Promise<void> {
    try {
      await this.#limiters[name].consume(this.#key(of));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) {
        throw new Refused('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      }
      throw refusal;
    }
  }

  /** What went well counts for nothing. */
  async giveBack(name: LimitName, of: string): Promise<void> {
    await this.#limiters[name].reward(this.#key(of));
  }

  #key(of: string): string {
    return this.#keyring.lookup('request', of);
  }
}
