import { type ChangeEvent, useId, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { COMMON_PAPERS } from '../../../../domain/rules/common-papers.js';
import { minuteOf } from '../../../../domain/rules/moments.js';
import { uploadPaper } from '../../common/calls/upload.js';
import { SelectField } from '../../common/form/field.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { placeNow } from '../photos/place.js';
import { stamped, type Unfit } from '../photos/stamped.js';
import { useTexts } from '../texts/use-texts.js';

interface Adding {
  readonly applicationId: string;
  readonly kinds: readonly string[];
  readonly onAdded: (id: string) => void;
}

/** A photograph by the camera, or a file: it is sent at once, with time and place written on it. */
export function AddPaper({ applicationId, kinds, onAdded }: Adding) {
  const { t, tell } = useTexts();
  const id = useId();
  const client = useQueryClient();
  const [kind, setKind] = useState(kinds[0] ?? 'other');
  const [unfit, setUnfit] = useState<Unfit>();
  const send = useMutation({
    mutationFn: async (file: File) => {
      const place = await placeNow();
      const fit = await stamped(file, [minuteOf(Date.now()), place].filter(Boolean).join('  '));
      setUnfit(typeof fit === 'string' ? fit : undefined);
      if (typeof fit === 'string') return;
      const paper = await uploadPaper({ applicationId, kind, file: fit, name: file.name, key: crypto.randomUUID() });
      await client.invalidateQueries({ queryKey: ['getTask'] });
      onAdded(paper.id);
    },
  });
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) send.mutate(file);
    target.value = '';
  };
  return (
    <div className="adding">
      <SelectField
        label={t('papers.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        options={kinds.map((each) => [each, tell(COMMON_PAPERS[each as keyof typeof COMMON_PAPERS])])}
      />
      <div className="field">
        <label htmlFor={id}>{t('papers.add')}</label>
        <p className="hint">{t('papers.addHint')}</p>
        <input
          id={id}
          type="file"
          accept="image/*,application/pdf"
          capture="environment"
          disabled={send.isPending}
          onChange={take}
        />
      </div>
      {unfit && <p className="error">{t(`papers.${unfit}`)}</p>}
      {send.isPending && <output>{t('papers.sending')}</output>}
      {send.error && <ProblemBox error={send.error} />}
    </div>
  );
}
