import type { Logger } from 'pino';
import { Keyring } from '../../platform/keyring.js';
import type { Settings } from '../../platform/settings.js';
import type { Db } from '../../prisma/client.js';
import { openMessage } from '../../prisma/outbox.js';
import { CarrierFailure, type Carrier, type Message, type Obstacle } from './carrier.js';
import { carrierOf, type CarrierSettings, type Channel } from './carriers.js';
import { claim, handBack, markSent, postpone, type Claimed } from './queue.js';

const FIRST_WAIT_SECONDS = 10;
/**
 * Messages go out within 15 minutes of their carrier's being back. One that its carrier refuses is tried once a day,
 * and stands on the outbox page with the reason.
 */
const LONGEST_WAIT_SECONDS: Record<Obstacle, number> = { down: 900, later: 900, refused: 86_400 };

/**
 * Delivers what is due, at most some twenty messages a channel; to be called again and again, at once while it
 * delivers something. At least once: a message may go out again after a crash, with the same id. None is given up.
 * @returns how many were delivered. @throws what the database said
 */
export async function deliverOutbox(
  db: Db,
  settings: CarrierSettings & Pick<Settings, 'key'>,
  log: Logger,
): Promise<number> {
  const keyring = Keyring.from(settings.key);
  const deliver = async (channel: Channel) => {
    const claimed = await claim(db, channel);
    if (claimed.length === 0) return 0;
    const carrier = carrierOf(channel, settings);
    return carryAll({ db, keyring, log: log.child({ channel }), carrier }, claimed).finally(() => carrier.close());
  };
  const [mail, sms] = await Promise.all([deliver('mail'), deliver('sms')]);
  return mail + sms;
}

interface Round {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly carrier: Carrier;
}

async function carryAll({ db, keyring, log, carrier }: Round, claimed: readonly Claimed[]): Promise<number> {
  let delivered = 0;
  for (const [index, row] of claimed.entries()) {
    const failure = await attempt(carrier, keyring, row);
    if (!failure) {
      await markSent(db, row.id);
      delivered += 1;
      continue;
    }
    const { why, obstacle } = failure;
    await postpone(db, row.id, why, waitSeconds(row.attempts, obstacle));
    log.warn({ messageId: row.id, attempts: row.attempts, why }, 'message postponed');
    if (obstacle !== 'down') continue;
    // Untried, these come back sooner than the one that was tried: if it alone breaks the carrier, it holds up nobody.
    const untried = claimed.slice(index + 1).map(({ id }) => id);
    await handBack(db, untried, why, FIRST_WAIT_SECONDS);
    break;
  }
  return delivered;
}

async function attempt(carrier: Carrier, keyring: Keyring, row: Claimed): Promise<CarrierFailure | undefined> {
  try {
    await carrier.carry(contentOf(keyring, row));
    return undefined;
  } catch (error) {
    if (error instanceof CarrierFailure) return error;
    throw error;
  }
}

function contentOf(keyring: Keyring, row: Claimed): Message {
  try {
    return { id: row.id, ...openMessage(keyring, row) };
  } catch {
    // The cause may quote the content.
    throw new CarrierFailure('UNREADABLE', 'refused');
  }
}

const waitSeconds = (attempts: number, obstacle: Obstacle) =>
  Math.min(FIRST_WAIT_SECONDS * 2 ** (attempts - 1), LONGEST_WAIT_SECONDS[obstacle]);
