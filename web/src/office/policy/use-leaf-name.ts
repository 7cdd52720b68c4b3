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

const BETWEEN = ' · ';

/** What a leaf of a policy is called: the names on the way to it, stages by their own; its part, and what it is there. */
export function useLeafName() {
  const { t, tell } = useTexts();
  const nameOf = (part: string) => (STAGES[part] ? tell(STAGES[part]) : t(`policy.names.${part as Names}`));
  const namesOf = (at: string): string[] =>
    at
      .split('/')
      // A stage that is also a term is called by what it is there.
      .map((part, index, way) =>
        way[0] === 'terms' && index === 1 ? t(`policy.terms.${part as TermName}`) : nameOf(part),
      );
  return {
    nameOf: (at: string) => namesOf(at).join(BETWEEN),
    partOf: (at: string) => namesOf(at)[0] ?? '',
    nameInPart: (at: string) => namesOf(at).slice(1).join(BETWEEN),
  };
}

type TermName = keyof (typeof officeZh)['policy']['terms'];
