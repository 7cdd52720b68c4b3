import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { uploadPaper } from '../../common/calls/upload.js';
import { SelectField } from '../../common/form/field.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { PhotoField, type Taken } from '../photos/photo-field.js';
import { useTexts } from '../texts/use-texts.js';

interface Adding {
  readonly applicationId: string;
  /** Kind and name of what may be brought. */
  readonly kinds: readonly (readonly [kind: string, name: string])[];
  readonly onAdded: (id: string) => void;
}

/** A photograph by the camera, or a file: it is sent at once, with time and place written on it. */
export function AddPaper({ applicationId, kinds, onAdded }: Adding) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [kind, setKind] = useState(kinds[0]?.[0] ?? 'other');
  const send = useMutation({
    mutationFn: async ({ file, name, taken }: Taken) => {
      const paper = await uploadPaper({ applicationId, kind, file, name, taken, key: crypto.randomUUID() });
      await client.invalidateQueries({ queryKey: ['getTask'] });
      onAdded(paper.id);
    },
  });
  return (
    <div className="adding">
      <SelectField
        label={t('papers.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        options={kinds}
      />
      <PhotoField disabled={send.isPending} onTaken={send.mutate} />
      {send.isPending && <output>{t('papers.sending')}</output>}
      {send.error && <ProblemBox error={send.error} />}
    </div>
  );
}
