import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import { GROUP_NAMES } from '../../../../domain/texts/programme.js';
import { useTexts } from '../texts/use-texts.js';

/** What the register knows about a household. */
export function HouseholdFacts({ household }: { readonly household: HouseholdView }) {
  const { t, tell } = useTexts();
  const { registerNo, area, group, standing, address, phone, members, account } = household;
  return (
    <dl className="facts" lang="zh-CN">
      <Fact name={t('household.registerNo')}>{registerNo}</Fact>
      <Fact name={t('household.standing')}>
        {t(`household.standings.${standing}`)} · {tell(GROUP_NAMES[group])}
      </Fact>
      <Fact name={t('household.area')}>
        {area.county.name} {area.township.name} {area.village.name}
      </Fact>
      {address !== null && <Fact name={t('household.address')}>{address}</Fact>}
      {phone !== null && <Fact name={t('household.phone')}>{phone}</Fact>}
      <Fact name={t('household.members')}>
        <ul>
          {members
            .filter(({ status }) => status === 'present')
            .map(({ id, name, relation, idNumber }) => (
              <li key={id}>
                {name} · {relation} · {idNumber}
              </li>
            ))}
        </ul>
      </Fact>
      <Fact name={t('household.account')}>
        {account ? `${account.holder} · ${account.bankName} · ${account.number}` : t('household.noAccount')}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
