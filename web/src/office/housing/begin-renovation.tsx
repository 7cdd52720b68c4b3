import { HouseCase } from '../../../../domain/schemas/houses.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';
import { useGradeField } from './grade-field.js';

/** Begins the case of an entry that waits for one. */
export function BeginRenovation({ id }: { readonly id: string }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('houses.begin')}</summary>
      <ActForm
        act="beginRenovation"
        {...{ params: { id }, schema: HouseCase, fields: [useGradeField()] }}
        submit={t('houses.begin')}
        done={() => t('form.saved')}
      />
    </details>
  );
}
