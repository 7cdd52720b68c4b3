import { PolicySignature } from '../../../../domain/schemas/policy-version.js';
import { usePages } from '../../common/calls/pages.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { Listing } from '../parts/listing.js';
import { Paged } from '../parts/paged.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { ProposePolicy } from '../policy/propose-policy.js';
import { ShownPolicy } from '../policy/shown-policy.js';
import { useTexts } from '../texts/use-texts.js';

/** What the plan leaves to the county: the version in force and its successors, each signed by two. */
export function PolicyPage() {
  const { t } = useTexts();
  const may = useMay('countyApprover', 'administrator');
  const versions = useAsked('listCountyPolicies', {});
  useTitle(t('rooms.policy'));
  return (
    <>
      <h1>{t('rooms.policy')}</h1>
      <h2>{t('policy.drafts')}</h2>
      <Drafts />
      <Loaded query={versions}>
        {({ items: [newest] }) =>
          newest ? (
            <>
              {may && <ProposePolicy key={newest.digest} policy={newest.policy} />}
              <h2>{t('policy.version', { version: newest.version })}</h2>
              <p>
                {t('policy.from')} <Moment at={newest.effectiveFrom} />
              </p>
              <ShownPolicy policy={newest.policy} />
            </>
          ) : (
            <p className="none">{t('policy.none')}</p>
          )
        }
      </Loaded>
    </>
  );
}

function Drafts() {
  const { t } = useTexts();
  const drafts = usePages('listPolicyDrafts', {});
  const maySign = useMay('countyApprover', 'countySupervisor');
  return (
    <Paged pages={drafts} empty={t('policy.noDrafts')}>
      {(rows) => (
        <Listing
          caption={t('policy.drafts')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { name: t('programmes.version'), show: ({ version }) => version },
            { name: t('policy.from'), show: ({ effectiveFrom }) => <Moment at={effectiveFrom} /> },
            { name: t('programmes.broughtIn'), show: ({ proposedBy }) => namesOf([proposedBy]) },
            {
              name: t('money.state'),
              show: ({ agreed, decidedBy }) =>
                `${t(agreed === null ? 'programmes.waits' : agreed ? 'programmes.inForce' : 'programmes.takenOff')} ${
                  decidedBy ? namesOf([decidedBy]) : ''
                }`,
            },
            {
              name: t('policy.content'),
              show: ({ id, digest, agreed, policy }) => (
                <details>
                  <summary>{t('policy.content')}</summary>
                  <ShownPolicy policy={policy} />
                  {maySign && agreed === null && <Sign {...{ id, digest }} />}
                </details>
              ),
            },
          ]}
        />
      )}
    </Paged>
  );
}

function Sign({ id, digest }: { readonly id: string; readonly digest: string }) {
  const { t } = useTexts();
  return ([true, false] as const).map((agrees) => (
    <ActForm
      key={String(agrees)}
      act="signPolicy"
      {...{ params: { id }, schema: PolicySignature, fixed: { digest, agrees }, fields: [] }}
      submit={t(agrees ? 'programmes.agree' : 'programmes.disagree')}
      done={() => t('form.saved')}
    />
  ));
}
