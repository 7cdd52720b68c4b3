import { PhotoField } from '../photos/photo-field.js';
import { useTexts } from '../texts/use-texts.js';
import type { KeptBoardAct } from './board-act.js';
import { changeBoardAct } from './store.js';

interface Taking {
  readonly id: string;
  readonly act: KeptBoardAct;
  readonly onTaken: () => void;
}

/** Photographs of the board, with time and place written on each; on the phone until they have arrived. */
export function BoardPhotos({ id, act, onTaken }: Taking) {
  const { t } = useTexts();
  const drop = (key: string) =>
    void changeBoardAct(act, (now) => ({ ...now, photos: now.photos.filter((photo) => photo.key !== key) }));
  return (
    <>
      <ul className="taken">
        {act.photos.map((photo) => (
          <li key={photo.key}>
            {t('boards.photo')} <span className="tag wait">{t('visits.onPhone')}</span>{' '}
            <button type="button" className="second small" onClick={() => drop(photo.key)}>
              {t('visits.drop')}
            </button>
          </li>
        ))}
        {act.arrived.map((paper) => (
          <li key={paper}>
            {t('boards.photo')} <span className="tag">{t('visits.arrived')}</span>
          </li>
        ))}
      </ul>
      <PhotoField
        id={id}
        hint={t('jointNotices.photographsHint')}
        onTaken={({ file, name }) => {
          const photo = { key: crypto.randomUUID(), name, file };
          void changeBoardAct(act, (now) => ({ ...now, photos: [...now.photos, photo] }));
          onTaken();
        }}
      />
    </>
  );
}
