import type { ArchiveFileView } from '../../../../domain/schemas/archives.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly file: ArchiveFileView;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

/** Whether it is here and stands in no open list. */
export const isFree = ({ state, listNo }: ArchiveFileView): boolean => state.code === 'kept' && listNo === null;

/** A tick for a file. */
export function ChooseFile({ file: { archiveNo }, chosen, onChoose }: Shown) {
  const { t } = useTexts();
  return (
    <label className="choice">
      <input type="checkbox" checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
      <span className="hidden">{t('archiveLists.chooseOne', { archiveNo })}</span>
    </label>
  );
}
