import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';
import { keep as write, type Kept, kept as read } from './kept.js';
import type { InboxSearch } from './search.js';

/** Filters by a name, on this computer. */
export function KeptFilters({ search }: { readonly search: InboxSearch }) {
  const { t } = useTexts();
  const [kept, setKept] = useState(read);
  const [name, setName] = useState('');
  const keep = (changed: Kept) => {
    write(changed);
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
            <Link to="/" search={filters}>
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
