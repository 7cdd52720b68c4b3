import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DraftSignature } from '../../../../domain/schemas/programme-version.js';
import { useAsked } from '../../common/calls/query.js';
import type { Answered } from '../../common/calls/types.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { Facts } from '../parts/facts.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { ProgrammeForm } from '../programmes/edit/programme-form.js';
import { DryRun } from '../programmes/dry-run.js';
import { Preview } from '../programmes/preview.js';
import { ShownChanges } from '../programmes/shown-changes.js';
import { useTexts } from '../texts/use-texts.js';

type Draft = Answered<'getProgrammeDraft'>;

/** A draft of a new version: what it changes, what it would give, what it would have cost, and the second signature. */
export function ProgrammeDraftPage() {
  const { id } = useParams({ from: '/programme-drafts/$id' });
  const draft = useAsked('getProgrammeDraft', { params: { id } });
  return <Loaded query={draft}>{(shown) => <ShownDraft key={id} draft={shown} />}</Loaded>;
}

function ShownDraft({ draft }: { readonly draft: Draft }) {
  const { t, tell } = useTexts();
  const { name, version, standard, opensAt, closesAt, importedBy, importedAt, decidedBy, agreed } = draft;
  // What is changed further takes this draft's place; the way to it stays where it was kept.
  const [wasWaiting] = useState(agreed === null);
  useTitle(tell(name));
  return (
    <>
      <h1>{tell(name)}</h1>
      <Facts
        facts={{
          [t('programmes.version')]: version,
          [t('programmes.standard')]: tell(standard),
          [t('programmes.opens')]: <Moment at={opensAt} />,
          [t('programmes.closes')]: <Moment at={closesAt} />,
          [t('programmes.broughtIn')]: (
            <>
              {namesOf([importedBy])} <Moment at={importedAt} />
            </>
          ),
          [t('money.state')]: t(
            agreed === null ? 'programmes.waits' : agreed ? 'programmes.inForce' : 'programmes.takenOff',
          ),
          [t('programmes.decidedBy')]: decidedBy && namesOf([decidedBy]),
        }}
      />
      <ShownChanges before={draft.before} now={draft.programme} />
      {agreed === null && <Sign draft={draft} />}
      <Preview id={draft.id} measure={draft.programme.measure} />
      <DryRun id={draft.id} />
      {wasWaiting && <Further draft={draft} />}
    </>
  );
}

/** Whoever signs has seen what he signs, and has not brought it in. */
function Sign({ draft: { id, digest } }: { readonly draft: Draft }) {
  const { t } = useTexts();
  if (!useMay('countyApprover', 'countySupervisor')) return null;
  return (
    <details className="filters">
      <summary>{t('programmes.sign')}</summary>
      <p className="hint">{t('programmes.signHint')}</p>
      {([true, false] as const).map((agrees) => (
        <ActForm
          key={String(agrees)}
          act="signProgramme"
          {...{ params: { id }, schema: DraftSignature, fixed: { digest, agrees }, fields: [] }}
          submit={t(agrees ? 'programmes.agree' : 'programmes.disagree')}
          done={() => t('form.saved')}
        />
      ))}
    </details>
  );
}

/** What the preview and the dry run have shown is mended in the draft itself; the new one takes its place. */
function Further({ draft: { programme, version } }: { readonly draft: Draft }) {
  const { t } = useTexts();
  if (!useMay('countyApprover', 'administrator')) return null;
  return (
    <details className="filters">
      <summary>{t('programmes.further')}</summary>
      <p className="hint">{t('programmes.furtherHint')}</p>
      <ProgrammeForm programme={{ ...programme, version: Math.max(1, version - 1) }} />
    </details>
  );
}
