import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import { GROUP_NAMES, STANDING_NAMES } from '../../../../domain/texts/programme.js';
import { useTexts } from '../texts/use-texts.js';
import { Facts } from './facts.js';
import { Listing } from './listing.js';

/** The household as the register has it. */
export function Household({ household }: { readonly household: HouseholdView }) {
  const { t, tell } = useTexts();
  const { registerNo, area, standing, group, registeredOn, phone, address, members, account } = household;
  return (
    <>
      <Facts
        facts={{
          [t('household.registerNo')]: registerNo,
          [t('household.standing')]: tell(STANDING_NAMES[standing]),
          [t('household.group')]: tell(GROUP_NAMES[group]),
          [t('household.since')]: registeredOn,
          [t('household.area')]: `${area.county.name}${area.township.name}${area.village.name}`,
          [t('household.address')]: address,
          [t('household.phone')]: phone,
          [t('household.account')]: account && `${account.holder} ${account.bankName} ${account.number}`,
        }}
      />
      <Listing
        caption={t('household.members')}
        rows={members}
        keyOf={({ id }) => id}
        columns={[
          { name: t('household.name'), show: ({ name }) => name },
          { name: t('household.relation'), show: ({ relation }) => <span lang="zh-CN">{relation}</span> },
          { name: t('household.idNumber'), show: ({ idNumber }) => idNumber },
          {
            name: t('household.canWork'),
            show: ({ canWork }) => t(canWork ? 'household.works' : 'household.worksNot'),
          },
          { name: t('household.status'), show: ({ status }) => t(`household.${status}`) },
        ]}
      />
    </>
  );
}
