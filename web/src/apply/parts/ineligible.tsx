import { DESK_FINDINGS, isBlocked } from '../../../../domain/rules/desk-findings.js';
import { ineligibility } from '../../../../domain/rules/eligibility.js';
import type { Bilingual } from '../../../../domain/schemas/common.js';
import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import type { ProgrammeSummary } from '../../../../domain/schemas/programme-view.js';
import { useTexts } from '../texts/use-texts.js';

/**
 * Why the desk would find that a programme is not for a household, by what the register says now. `personId`: whom a
 * personal subsidy is for, once that is answered.
 */
export function reasonsAgainst(
  { applicant, eligible }: Pick<ProgrammeSummary, 'applicant' | 'eligible'>,
  household: HouseholdView | undefined,
  personId?: string,
): Bilingual[] {
  if (!household || applicant !== 'household') return [];
  const members = household.members.filter(({ status }) => status === 'present');
  const person = members.find(({ id }) => id === personId);
  return ineligibility(eligible, { ...household, members, person })
    .filter((code) => isBlocked([code]))
    .map((code) => DESK_FINDINGS[code]);
}

/** Said before anything is promised; the register may be wrong, so that nobody is kept from applying. */
export function Ineligible({ reasons }: { readonly reasons: readonly Bilingual[] }) {
  const { t, tell } = useTexts();
  if (reasons.length === 0) return null;
  return (
    <section className="problem" aria-label={t('ineligible.title')}>
      <h2>{t('ineligible.title')}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.zh}>{tell(reason)}</li>
        ))}
      </ul>
      <p>{t('ineligible.hint')}</p>
    </section>
  );
}
