import { useState } from 'react';
import type { BundleDetail } from '../../../../domain/schemas/bundle.js';
import { BUNDLE_PAPERS } from '../../../../domain/texts/bundles.js';
import { useUpload } from '../../common/calls/act.js';
import { SelectField } from '../../common/form/field.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { BundlePaperTiles } from '../boards/photographs.js';
import { useMay } from '../parts/use-may.js';
import { PhotoField } from '../photos/photo-field.js';
import { useTexts } from '../texts/use-texts.js';

/** Papers of a bundle as a whole: the lists with the signatures, photographs of a posting; bringing one. */
export function BundlePapers({ bundle: { no, papers } }: { readonly bundle: BundleDetail }) {
  const { t } = useTexts();
  const may = useMay('villageCadre', 'townshipClerk', 'townshipVerifier');
  return (
    <>
      {papers.length === 0 && <p className="none">{t('bundles.noPapers')}</p>}
      <BundlePaperTiles papers={papers} />
      {may && <Bring no={no} />}
    </>
  );
}

function Bring({ no }: { readonly no: string }) {
  const { t, tell } = useTexts();
  const [kind, setKind] = useState('consentList');
  const send = useUpload('addBundlePaper');
  return (
    <details className="filters">
      <summary>{t('bundles.bring')}</summary>
      <SelectField
        label={t('papers.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        options={Object.entries(BUNDLE_PAPERS).map(([code, name]) => [code, tell(name)])}
      />
      <PhotoField
        disabled={send.isPending}
        onTaken={({ file, name }) => send.mutate({ asked: { params: { no }, body: { kind } }, file, name })}
      />
      {send.isPending && <output>{t('papers.sending')}</output>}
      {send.error && <ProblemBox error={send.error} />}
    </details>
  );
}
