import { type ChangeEvent, useState } from 'react';
import { Field } from '../../common/form/field.js';
import { shrunk, type Unfit } from '../draft/shrink.js';
import { useTexts } from '../texts/use-texts.js';

interface Adding {
  readonly id: string;
  readonly error?: string | undefined;
  readonly onAdded: (file: Blob, name: string) => void;
}

/** A photograph by the camera or from the phone, made small here before it is sent; what is too large is told at once. */
export function AddPhoto({ id, error, onAdded }: Adding) {
  const { t } = useTexts();
  const [unfit, setUnfit] = useState<Unfit>();
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    setUnfit(undefined);
    for (const file of files) {
      const fit = await shrunk(file);
      if (typeof fit === 'string') setUnfit(fit);
      else onAdded(fit, file.name);
    }
    target.value = '';
  };
  const said = unfit ? t(`paper.${unfit}`) : error;
  return (
    <Field id={id} label={t('paper.add')} hint={t('paper.limits')} error={said}>
      {(described) => (
        <input
          type="file"
          accept="image/*,application/pdf"
          multiple
          {...described}
          onChange={(event) => void take(event)}
        />
      )}
    </Field>
  );
}
