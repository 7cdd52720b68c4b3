import type { z } from 'zod';
import type { OutboxPage } from '../../domain/schemas/office.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { openMessage } from '../../prisma/outbox.js';
import { behind } from './newest-first.js';
import { pageOf, positionOf } from './page.js';

/** Messages in clear, the newest first: in the demonstration only. */
export async function outboxPage(
  tx: Tx,
  keyring: Keyring,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<z.infer<typeof OutboxPage>> {
  const rows = await tx.outboxMessage.findMany({
    where: behind(positionOf(cursor), 'createdAt', 'id'),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    ({ createdAt, id }) => ({ at: createdAt, id }),
    (row) => ({
      ...{ id: row.id, channel: row.channel, ...openMessage(keyring, row) },
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
    }),
  );
}
