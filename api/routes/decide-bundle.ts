import { BUNDLE_STATE_NAMES } from '../../domain/texts/bundles.js';
import { bundleIdOf } from '../../platform/running-cases.js';
import { bundleActOf } from '../acting/bundle-decision.js';
import { mustBeFree } from '../acting/matter.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { visibleBundle } from '../queries/bundles.js';
import { coded } from '../queries/coded.js';
import { signAct } from '../acting/acts-signer.js';

export const decideBundle: Handler<'decideBundle'> = async ({ who, params: { no }, body, actId, takenOver }, deps) => {
  const { db, engine, keyring } = deps;
  const bundle = await visibleBundle(db, who, no);
  // Begun before and not finished: it may be this very decision that moved it. The bundle knows.
  if (!takenOver) {
    if (bundle.state !== body.stage) throw new Refused('BUNDLE_MOVED');
    await mustBeFree(db, who, { kind: 'bundle', no, stage: body.stage, openedAt: bundle.awaitedSince! });
  }
  const act = await bundleActOf(deps, who, bundle, actId, body);
  const workflowId = bundleIdOf({ bundleNo: no, submission: bundle.submission });
  await signAct(db, keyring, { caseNo: workflowId, strand: 'case', actId, act });
  const outcome = await engine.decide(workflowId, actId, act);
  const { state } = await db.bundle.findUniqueOrThrow({ where: { no } });
  const acted = { no, state: coded(BUNDLE_STATE_NAMES, state) };
  const location = `/api/bundles/${no}`;
  return outcome === 'recorded'
    ? { status: 200, body: { ...acted, recorded: true }, location }
    : { status: 202, body: { ...acted, recorded: false }, location };
};
