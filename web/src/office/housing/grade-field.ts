import { gradeText } from '../../../../domain/texts/houses.js';
import type { FieldSpec } from '../form/fields.js';
import { useTexts } from '../texts/use-texts.js';

/** Grades that a house is entered with, by their ordinals: in part, as a whole. */
const SEEN = { C: 3, D: 4 } as const;

/** What the danger looks like until it is appraised. */
export function useGradeField(): FieldSpec {
  const { t, tell } = useTexts();
  return {
    ...{ name: 'grade', kind: 'select', label: t('houses.grade'), hint: t('houses.gradeHint') },
    options: Object.entries(SEEN).map(([code, ordinal]) => [code, tell(gradeText(ordinal))] as const),
  };
}
