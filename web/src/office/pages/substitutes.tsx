import { EmptyBody } from '../../../../domain/schemas/household-step.js';
import type { SubstitutionView } from '../../../../domain/schemas/substitution.js';
import { useSession } from '../../common/session.js';
import { ActForm } from '../form/act-form.js';
import { ListPage } from '../parts/list-page.js';
import { useMay } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { NameSubstitute } from '../substitutes/name-substitute.js';
import { useTexts } from '../texts/use-texts.js';

/** 代理: naming who does one's tasks while one is away, and who stood in for whom. */
export function SubstitutesPage() {
  const { t, tell } = useTexts();
  return (
    <ListPage
      room="substitutes"
      id="listSubstitutions"
      keyOf={({ id }) => id}
      empty={t('substitutes.none')}
      columns={[
        { name: t('substitutes.absent'), show: ({ absent }) => namesOf([absent]) },
        { name: t('substitutes.substitute'), show: ({ substitute }) => namesOf([substitute]) },
        { name: t('substitutes.from'), show: ({ fromDay }) => fromDay },
        { name: t('substitutes.until'), show: ({ untilDay }) => untilDay },
        { name: t('substitutes.words'), show: ({ words }) => words },
        { name: t('substitutes.namedBy'), show: ({ namedBy }) => namesOf([namedBy]) },
        { name: t('money.state'), show: (row) => <State substitution={row} /> },
      ]}
    >
      <p className="hint">{t('substitutes.lead')}</p>
      <NameSubstitute />
    </ListPage>
  );

  function State({ substitution }: { readonly substitution: SubstitutionView }) {
    const { state, endedBy } = substitution;
    return (
      <>
        {tell(state)} {endedBy && namesOf([endedBy])}
        <End substitution={substitution} />
      </>
    );
  }
}

/** Ending it before its time: by whoever is absent, stands in, or supervises. */
function End({ substitution: { id, state, absent, substitute } }: { readonly substitution: SubstitutionView }) {
  const { t } = useTexts();
  const { data: session } = useSession();
  const supervises = useMay('countySupervisor');
  const isOwn = [absent.id, substitute.id].includes(session?.identity.id ?? '');
  if (!['toCome', 'inForce'].includes(state.code) || !(isOwn || supervises)) return null;
  return (
    <details>
      <summary>{t('substitutes.end')}</summary>
      <ActForm
        act="endSubstitution"
        params={{ id }}
        schema={EmptyBody}
        fields={[]}
        submit={t('substitutes.end')}
        done={() => t('form.saved')}
      />
    </details>
  );
}
