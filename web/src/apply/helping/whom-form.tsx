import { z } from 'zod';
import { DraftCreation } from '../../../../domain/schemas/application-draft.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { TextField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { useTexts } from '../texts/use-texts.js';

const WhomSchema = z.strictObject({ registerNo: DraftCreation.shape.registerNo.unwrap() });

interface Asked {
  readonly registerNo?: string;
  readonly onSaid: (registerNo: string) => void;
}

/** For which household of the village: by its number in the register. */
export function WhomForm({ registerNo = '', onSaid }: Asked) {
  const { t } = useTexts();
  const form = useSchemaForm(WhomSchema, { registerNo });
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit((said) => onSaid(said.registerNo))(event)}>
      <ErrorSummary errors={form.wrong} round={form.round} />
      <TextField label={t('begin.registerNo')} hint={t('begin.registerNoHint')} {...form.field('registerNo')} />
      <button type="submit">{t('begin.go')}</button>
    </form>
  );
}
