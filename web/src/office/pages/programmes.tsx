import { Link } from '@tanstack/react-router';
import { usePages } from '../../common/calls/pages.js';
import { Moment } from '../../common/parts/moment.js';
import { Download } from '../../common/parts/download.js';
import { UploadForm } from '../form/upload-form.js';
import { Listing } from '../parts/listing.js';
import { Paged } from '../parts/paged.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** The county's programmes version by version, the drafts of new ones, and how they go out and come in as files. */
export function ProgrammesPage() {
  const { t } = useTexts();
  const may = useMay('countyApprover', 'administrator');
  useTitle(t('rooms.programmes'));
  return (
    <>
      <h1>{t('rooms.programmes')}</h1>
      <div>
        <Download href="/api/programme-versions/export?format=xlsx">{t('programmes.xlsx')}</Download>{' '}
        <Download href="/api/programme-versions/export?format=json">{t('programmes.json')}</Download>
      </div>
      {may && <Import />}
      <h2>{t('programmes.drafts')}</h2>
      <Drafts />
      <h2>{t('programmes.versions')}</h2>
      <Versions />
    </>
  );
}

function Import() {
  const { t } = useTexts();
  return (
    <details className="filters">
      <summary>{t('programmes.import')}</summary>
      <UploadForm
        act="importProgrammes"
        asked={{ body: {} }}
        label={t('programmes.file')}
        hint={t('programmes.fileHint')}
        accept=".json,.xlsx"
        submit={t('programmes.import')}
        done={({ drafts, unchanged }) =>
          t('programmes.imported', { drafts: drafts.length, unchanged: unchanged.length })
        }
      />
    </details>
  );
}

function Drafts() {
  const { t, tell } = useTexts();
  const drafts = usePages('listProgrammeDrafts', {});
  return (
    <Paged pages={drafts} empty={t('programmes.noDrafts')}>
      {(rows) => (
        <Listing
          caption={t('programmes.drafts')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              name: t('task.programme'),
              show: ({ id, name }) => (
                <Link to="/programme-drafts/$id" params={{ id }}>
                  {tell(name)}
                </Link>
              ),
            },
            { name: t('programmes.version'), show: ({ version }) => version, number: true },
            { name: t('programmes.opens'), show: ({ opensAt }) => <Moment at={opensAt} /> },
            {
              name: t('programmes.broughtIn'),
              show: ({ importedBy, importedAt }) => (
                <>
                  {namesOf([importedBy])} <Moment at={importedAt} />
                </>
              ),
            },
            {
              name: t('money.state'),
              show: ({ agreed, decidedBy }) =>
                `${t(agreed === null ? 'programmes.waits' : agreed ? 'programmes.inForce' : 'programmes.takenOff')} ${
                  decidedBy ? namesOf([decidedBy]) : ''
                }`,
            },
          ]}
        />
      )}
    </Paged>
  );
}

function Versions() {
  const { t, tell } = useTexts();
  const may = useMay('countyApprover', 'administrator');
  const versions = usePages('listProgrammeVersions', {});
  return (
    <Paged pages={versions} empty={t('programmes.none')}>
      {(rows) => (
        <Listing
          caption={t('programmes.versions')}
          rows={rows}
          keyOf={({ digest }) => digest}
          columns={[
            {
              name: t('task.programme'),
              show: ({ code, name }) =>
                may ? (
                  <Link to="/programmes/$code" params={{ code }}>
                    {tell(name)}
                  </Link>
                ) : (
                  tell(name)
                ),
            },
            { name: t('programmes.version'), show: ({ version }) => version, number: true },
            { name: t('programmes.standard'), show: ({ standard }) => tell(standard) },
            { name: t('programmes.opens'), show: ({ opensAt }) => <Moment at={opensAt} /> },
            { name: t('programmes.closes'), show: ({ closesAt }) => <Moment at={closesAt} /> },
          ]}
        />
      )}
    </Paged>
  );
}
