import type { QueryClient } from '@tanstack/react-query';
import { endOfNumber } from '../../../../domain/rules/masking.js';
import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import { keepQueries } from '../../common/kept/queries.js';

/** What one needs to go on without a network. */
const KEPT = [
  ...(['getSession', 'listProgrammes', 'getProgramme'] as const),
  ...(['getHousehold', 'getApplication', 'listApplications'] as const),
];

/** What was read is shown again when the page is opened without a network; whoever signs out takes it along. */
export const keepRead = (client: QueryClient): Promise<void> =>
  keepQueries(client, {
    ...{ database: 'zhibao-apply-read', kept: KEPT },
    asKept: (data) => (isHousehold(data) ? withoutNumbers(data) : data),
  });

const isHousehold = (data: unknown): data is HouseholdView =>
  typeof data === 'object' && data !== null && 'members' in data && 'account' in data;

/** Numbers stay on the phone by their ends only. */
const withoutNumbers = ({ members, account, ...household }: HouseholdView): HouseholdView => ({
  ...household,
  members: members.map((member) => ({ ...member, idNumber: endOfNumber(member.idNumber) })),
  account: account && { ...account, number: endOfNumber(account.number) },
});
