import type { PublishedStandard, StandardFacts } from '../../../../domain/rules/household-standard.js';
import type { HouseholdGroup } from '../../../../domain/schemas/published-standard.js';
import { GROUP_NAMES } from '../../../../domain/texts/programme.js';
import { SelectField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';

const MOST_PERSONS = 12;
const PERSONS = Array.from({ length: MOST_PERSONS }, (_, index) => String(index + 1));

interface Asked {
  readonly standard: PublishedStandard;
  readonly facts: StandardFacts;
  readonly onChange: (facts: StandardFacts) => void;
}

/** What a standard hangs on besides the quantity: the household's group, how many live in it. */
export function HouseholdFields({ standard, facts, onChange }: Asked) {
  const { t, tell } = useTexts();
  const groups = Object.entries(GROUP_NAMES).map(([group, name]) => [group, tell(name)] as const);
  return (
    <>
      {standard.kind === 'byGradeAndGroup' && (
        <SelectField
          label={t('programme.group')}
          value={facts.group}
          onChange={(event) => onChange({ ...facts, group: event.target.value as HouseholdGroup })}
          options={groups}
        />
      )}
      {'capPerPersonFen' in standard && (
        <SelectField
          label={t('programme.persons')}
          value={facts.persons}
          onChange={(event) => onChange({ ...facts, persons: Number(event.target.value) })}
          options={PERSONS.map((persons) => [persons, persons])}
        />
      )}
    </>
  );
}
