import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import { useAsked } from '../../common/calls/query.js';
import { useSession } from '../../common/session.js';
import { useWhom } from '../helping/whom.js';

/**
 * What the register says about whom the page is for: whoever is signed in; of a helper the household chosen, once its
 * consent to any of his applications is on record.
 */
export function useRegister(): HouseholdView | undefined {
  const kind = useSession().data?.identity.kind;
  const registerNo = useWhom();
  const isForOther = kind === 'helper' && registerNo !== undefined;
  const filed = useAsked('listApplications', { query: { limit: 100 } }, isForOther).data;
  const agreed = filed?.items.find((each) => each.registerNo === registerNo && AGREED.includes(each.consent));
  const query = agreed && isForOther ? { applicationId: agreed.id } : {};
  return useAsked('getHousehold', { query }, kind === 'household' || 'applicationId' in query).data;
}

const AGREED: readonly unknown[] = ['given', 'confirmed'];
