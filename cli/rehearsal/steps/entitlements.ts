import { CAST } from '../cast.js';
import type { Step } from '../case-walk.js';
import { eventually } from '../patience.js';
import { decides } from './offices.js';

/** 享受资格审批 */
export const grantsEntitlement = decides('entitlementApproval', { by: CAST.approver }, { verdict: 'pass' });

/** 期满即核对、发放: the case goes over to the run of the n-th period, as soon as it is there. */
export const comesToPeriod =
  (nth: number): Step =>
  async (walk) => {
    walk.entitlementNo ??= walk.caseNo;
    const params = { caseNo: walk.entitlementNo ?? '' };
    walk.caseNo = await eventually(async () => {
      const found = await walk.applicant.call('listEntitlements', { query: {} });
      if (found.items.every(({ caseNo }) => caseNo !== params.caseNo)) return undefined;
      const { items } = await walk.applicant.call('listEntitlementRuns', { params, query: {} });
      return items.toReversed()[nth - 1]?.caseNo;
    }, walk.signal);
    walk.applicationId = (await walk.look()).applicationId;
  };
