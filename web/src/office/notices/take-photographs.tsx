import { useUpload } from '../../common/calls/act.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { PhotoField } from '../photos/photo-field.js';
import { useTexts } from '../texts/use-texts.js';
import { BundlePaperTiles, type Photograph } from './photographs.js';

interface Taking {
  readonly id: string;
  readonly bundleNo: string;
  readonly photographs: readonly Photograph[];
  readonly onTaken: (paper: Photograph) => void;
}

/** Photographs of the board by the camera: each is sent at once, with time and place written on it. */
export function TakePhotographs({ id, bundleNo, photographs, onTaken }: Taking) {
  const { t } = useTexts();
  const send = useUpload('addBundlePaper');
  const asked = { params: { no: bundleNo }, body: { kind: 'postingPhoto' } };
  return (
    <>
      {photographs.length > 0 && <BundlePaperTiles papers={photographs} />}
      <PhotoField
        id={id}
        hint={t('jointNotices.photographsHint')}
        disabled={send.isPending}
        onTaken={({ file, name }) => send.mutate({ asked, file, name }, { onSuccess: onTaken })}
      />
      {send.isPending && <output>{t('papers.sending')}</output>}
      {send.error && <ProblemBox error={send.error} />}
    </>
  );
}
