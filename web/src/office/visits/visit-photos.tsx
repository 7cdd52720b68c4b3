import { useState } from 'react';
import { COMMON_PAPERS } from '../../../../domain/rules/common-papers.js';
import { SelectField } from '../../common/form/field.js';
import { PhotoField, type Taken } from '../photos/photo-field.js';
import { useTexts } from '../texts/use-texts.js';
import { visits } from './store.js';
import type { Visit } from './visit.js';

/** What is taken at a site, what the stage asks for first. */
const TAKEN = ['sitePhoto', 'inspectionReport', 'other'];

interface Shown {
  readonly visit: Visit;
  /** Kinds that the decision can't do without and that are not there yet. */
  readonly lacks: readonly string[];
}

/** Photographs of the site, kept on the phone until they have arrived; papers of the case that count besides. */
export function VisitPhotos({ visit: { id, task, photos, arrived }, lacks }: Shown) {
  const { t, tell, list } = useTexts();
  const kinds = [...new Set([...lacks, ...TAKEN])];
  const [chosen, setChosen] = useState<string>();
  const kind = chosen ?? kinds[0] ?? 'other';
  const nameOf = (code: string) => tell(COMMON_PAPERS[code as keyof typeof COMMON_PAPERS] ?? COMMON_PAPERS.other);
  const take = ({ file, name, taken }: Taken) => {
    const photo = { key: crypto.randomUUID(), kind, name, file, ...(taken && { taken }) };
    void visits.change(id, (visit) => ({ ...visit, photos: [...visit.photos, photo] }));
  };
  const drop = (key: string) =>
    void visits.change(id, (visit) => ({ ...visit, photos: visit.photos.filter((photo) => photo.key !== key) }));
  const rest = (paper: { readonly id: string; readonly kind: string }, on: boolean) =>
    void visits.change(id, (visit) => {
      const others = visit.arrived.filter((each) => each.id !== paper.id);
      return { ...visit, arrived: on ? [...others, { id: paper.id, kind: paper.kind }] : others };
    });
  return (
    <fieldset>
      <legend>{t('visits.photos')}</legend>
      <ul className="taken">
        {photos.map((photo) => (
          <li key={photo.key}>
            {nameOf(photo.kind)} <span className="tag wait">{t('visits.onPhone')}</span>{' '}
            <button type="button" className="second small" onClick={() => drop(photo.key)}>
              {t('visits.drop')}
            </button>
          </li>
        ))}
        {arrived
          .filter((paper) => task.papers.every((each) => each.id !== paper.id))
          .map((paper) => (
            <li key={paper.id}>
              {nameOf(paper.kind)} <span className="tag">{t('visits.arrived')}</span>
            </li>
          ))}
      </ul>
      {lacks.length > 0 && <p className="error">{t('visits.lacks', { kinds: list(lacks.map(nameOf)) })}</p>}
      <SelectField
        label={t('papers.kind')}
        value={kind}
        onChange={({ target }) => setChosen(target.value)}
        options={kinds.map((code) => [code, nameOf(code)])}
      />
      <PhotoField onTaken={take} />
      {task.papers.map((paper, index) => (
        <label key={paper.id} className="choice">
          <input
            type="checkbox"
            checked={arrived.some((each) => each.id === paper.id)}
            onChange={({ target }) => rest(paper, target.checked)}
          />
          {t('papers.numbered', { number: index + 1, name: tell(paper.name) })}
        </label>
      ))}
    </fieldset>
  );
}
