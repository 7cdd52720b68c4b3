import type { Bilingual } from '../../../../domain/schemas/common.js';
import type { CountyPolicy } from '../../../../domain/schemas/county-policy.js';
import { MATTER_STAGE_NAMES } from '../../../../domain/texts/matters.js';
import { STAGE_NAMES } from '../../../../domain/texts/stages.js';
import type { officeZh } from '../texts/zh.js';
import { useTexts } from '../texts/use-texts.js';

/** Everything that a county gives working days to has a name. */
const STAGES: Readonly<Record<string, Bilingual>> = {
  ...MATTER_STAGE_NAMES,
  ...STAGE_NAMES,
} satisfies Record<keyof CountyPolicy['stageWorkingDays'], Bilingual>;

type Names = keyof (typeof officeZh)['policy']['names'];

/** What a leaf of a policy is called: the names on the way to it, stages by their own. */
export function useLeafName(): (at: string) => string {
  const { t, tell } = useTexts();
  const nameOf = (part: string) => (STAGES[part] ? tell(STAGES[part]) : t(`policy.names.${part as Names}`));
  return (at) =>
    at
      .split('/')
      // A stage that is also a term is called by what it is there.
      .map((part, index, way) =>
        way[0] === 'terms' && index === 1 ? t(`policy.terms.${part as TermName}`) : nameOf(part),
      )
      .join(' · ');
}

type TermName = keyof (typeof officeZh)['policy']['terms'];
