import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';
import { type InboxSearch, inboxSearch } from './search.js';

const KEPT = 'zhibao-office-filters';

type Kept = Readonly<Record<string, InboxSearch>>;

const read = (): Kept => JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Kept;

/** Filters by a name, on this computer. */
export function KeptFilters({ search }: { readonly search: InboxSearch }) {
  const { t } = useTexts();
  const [kept, setKept] = useState(read);
  const [name, setName] = useState('');
  const keep = (changed: Kept) => {
    localStorage.setItem(KEPT, JSON.stringify(changed));
    setKept(changed);
    setName('');
  };
  const drop = (gone: string) => keep(Object.fromEntries(Object.entries(kept).filter(([each]) => each !== gone)));
  return (
    <div className="kept">
      <TextField label={t('inbox.keepAs')} value={name} onChange={({ target }) => setName(target.value)} />
      <button
        type="button"
        className="second"
        disabled={name.trim() === ''}
        onClick={() => keep({ ...kept, [name.trim()]: search })}
      >
        {t('inbox.keep')}
      </button>
      <ul>
        {Object.entries(kept).map(([each, filters]) => (
          <li key={each}>
            <Link to="/" search={inboxSearch({ ...filters })}>
              {each}
            </Link>
            <button type="button" className="second small" onClick={() => drop(each)}>
              {t('inbox.drop', { name: each })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
