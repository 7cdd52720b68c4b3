import type { Application } from '../../../domain/schemas/application.js';
import type { BundleCommission } from '../../../domain/schemas/bundle-commission.js';
import { actOf } from './acts.js';
import { application } from './inputs.js';
import { COUNTY, VILLAGE } from './people.js';

let serial = 0;

/** What a bundle of a village begins with. */
export function bundleOf(changes: Partial<BundleCommission> = {}): BundleCommission {
  const bundleNo = `${COUNTY}-2026-K${String(++serial).padStart(6, '0')}`;
  return { bundleNo, submission: 1, state: 'filing', areaCode: VILLAGE, decisions: [], recused: [], ...changes };
}

/** A household of a bundle that was checked with the others, struck out, or taken back before its case began. */
export function bundled(
  verdict: 'pass' | 'refuse' | 'withdraw' = 'pass',
  changes: Partial<Application> = {},
): Application {
  const act = { ...actOf('initialCheck', verdict) };
  const bundle = { no: `${COUNTY}-2026-K000001`, acts: [act] };
  return application({ workflow: 'bundledProject', bundle, ...changes });
}
