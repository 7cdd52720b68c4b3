import { BUNDLE_STATE_NAMES } from '../../domain/texts/bundles.js';
import { commissionOf } from '../../prisma/bundles.js';
import { openRestore } from '../../prisma/restore.js';
import { submitBundle as handIn } from '../acting/submit-bundle.js';
import type { Handler } from '../handler.js';
import { coded } from '../queries/coded.js';
import { ownBundle } from '../queries/bundles.js';

export const submitBundle: Handler<'submitBundle'> = async ({ who, params, takenOver }, { db, engine }) => {
  const { no } = await ownBundle(db, who, params.no);
  const bundle = await handIn(db, no, takenOver);
  // Acknowledged from here on. While the engine is away, or a restore not signed for, a sweep starts it later.
  const commission = await commissionOf(db, bundle);
  const waits = (await openRestore(db)) !== undefined;
  if (!waits && (await engine.tell((cases) => cases.startBundle(commission))))
    await db.bundle.updateMany({ where: { no, startedAt: null }, data: { startedAt: new Date() } });
  const state = coded(BUNDLE_STATE_NAMES, bundle.state);
  return { status: 201, body: { no, state, recorded: true }, location: `/api/bundles/${no}` };
};
