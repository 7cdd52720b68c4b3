import { type ChangeEvent, useId } from 'react';
import { useMutation } from '@tanstack/react-query';
import { minuteOf } from '../../../../domain/rules/moments.js';
import { coordinatesOf } from '../../../../domain/rules/places.js';
import type { TakenAt } from '../../../../domain/schemas/paper.js';
import { useTexts } from '../texts/use-texts.js';
import { placeNow } from './place.js';
import { stamped } from './stamped.js';

const PDF = 'application/pdf';

/** A photograph with time and place on it, or a file. */
export interface Taken {
  readonly file: Blob;
  readonly name: string;
  /** Of a photograph: where it was taken, where the phone told. */
  readonly taken?: TakenAt;
}

interface Taking {
  /** Where a form's summary of what is wrong leads to it. */
  readonly id?: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onTaken: (taken: Taken) => void;
}

/** Takes a photograph by the camera, or a file, and makes it fit to be sent. */
export function PhotoField({ id: given, hint, disabled = false, onTaken }: Taking) {
  const { t } = useTexts();
  const made = useId();
  const id = given ?? made;
  const make = useMutation({
    mutationFn: async (file: File) => {
      const taken = file.type === PDF ? undefined : await placeNow();
      const line = [minuteOf(Date.now()), ...(taken ? [coordinatesOf(taken)] : [])].join('  ');
      const fit = await stamped(file, line);
      if (typeof fit !== 'string') onTaken({ file: fit, name: file.name, ...(taken && { taken }) });
      return typeof fit === 'string' ? fit : undefined;
    },
  });
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) make.mutate(file);
    target.value = '';
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('papers.add')}</label>
      <p className="hint">{hint ?? t('papers.addHint')}</p>
      {make.data && <p className="error">{t(`papers.${make.data}`)}</p>}
      <input
        id={id}
        type="file"
        accept="image/*,application/pdf"
        capture="environment"
        disabled={disabled || make.isPending}
        onChange={take}
      />
    </div>
  );
}
