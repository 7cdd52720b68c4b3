import { Link, useParams } from '@tanstack/react-router';
import type { Programme } from '../../../../domain/schemas/programme.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { useTitle } from '../parts/use-title.js';
import { DataEditor } from '../programmes/data-editor.js';
import { ProgrammeForm } from '../programmes/edit/programme-form.js';
import { useTexts } from '../texts/use-texts.js';

/** A programme, its newest version to be changed: by a form, or as data by whoever knows that. */
export function ProgrammePage() {
  const { t } = useTexts();
  const { code } = useParams({ from: '/programmes/$code' });
  const exported = useAsked('exportProgrammes', { query: { format: 'json' } });
  return (
    <Loaded query={exported}>
      {(file) => {
        const { programmes } = file as unknown as { readonly programmes: readonly Programme[] };
        const programme = programmes.find((each) => each.code === code);
        if (!programme) return <p className="none">{t('programmes.unknown')}</p>;
        return <Editing key={code} programme={programme} />;
      }}
    </Loaded>
  );
}

function Editing({ programme }: { readonly programme: Programme }) {
  const { t, tell } = useTexts();
  const { name, code, version } = programme;
  const drafts = useAsked('listProgrammeDrafts', { query: { code } });
  const waiting = drafts.data?.items.find(({ agreed }) => agreed === null);
  useTitle(tell(name));
  return (
    <>
      <h1>{tell(name)}</h1>
      <p>{t('programmes.editHint', { version, next: version + 1 })}</p>
      {waiting && (
        <p className="hint">
          {t('programmes.waiting')}{' '}
          <Link to="/programme-drafts/$id" params={{ id: waiting.id }}>
            {t('programmes.further')}
          </Link>
        </p>
      )}
      <ProgrammeForm programme={programme} />
      <details className="filters">
        <summary>{t('programmes.expert')}</summary>
        <DataEditor programme={programme} />
      </details>
    </>
  );
}
