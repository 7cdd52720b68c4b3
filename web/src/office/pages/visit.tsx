import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { Verdict } from '../../../../domain/rules/stages.js';
import { Refusal } from '../../common/calls/refusal.js';
import { SelectField } from '../../common/form/field.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { Facts } from '../parts/facts.js';
import { Findings } from '../parts/findings.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';
import { useVisit, visits } from '../visits/store.js';
import { reopened, type Visit, stateOf } from '../visits/visit.js';
import { VisitForm } from '../visits/visit-form.js';

/** A visit to a site, filled in on the phone: with a network or without. */
export function VisitPage() {
  const { t } = useTexts();
  const { id } = useParams({ from: '/visits/$id' });
  const visit = useVisit(id);
  if (visit) return <AtSite visit={visit} />;
  return (
    <p className="none">
      {t('visits.gone')} <Link to="/visits">{t('rooms.visits')}</Link>
    </p>
  );
}

function AtSite({ visit }: { readonly visit: Visit }) {
  const { t, tell } = useTexts();
  const { task } = visit;
  const { caseNo, stage, programme, quantityText, applicant, household, village, plan } = task;
  useTitle(`${tell(stage)} ${caseNo}`);
  return (
    <>
      <h1>
        {tell(stage)} <small>{caseNo}</small>
      </h1>
      <Facts
        facts={{
          [t('task.programme')]: tell(programme),
          [t('inbox.quantity')]: tell(quantityText),
          [t('task.head')]: applicant,
          [t('task.village')]: village.name,
          [t('household.address')]: household?.address,
          [t('household.phone')]: household?.phone,
          [t('task.plan')]: plan && <span className="said">{plan}</span>,
        }}
      />
      <Findings findings={task.findings} />
      {stateOf(visit) === 'open' ? <Filling visit={visit} /> : <Signed visit={visit} />}
      <Forget id={visit.id} />
    </>
  );
}

function Filling({ visit: { id, verdict, task }, visit }: { readonly visit: Visit }) {
  const { t, tell } = useTexts();
  const choose = (code: string) => void visits.change(id, (kept) => ({ ...kept, verdict: code as Verdict }));
  return (
    <section className="act">
      <SelectField
        label={t('decide.verdict')}
        value={verdict ?? ''}
        onChange={({ target }) => choose(target.value)}
        options={task.verdicts.map((each) => [each.code, tell(each)])}
      />
      {verdict && <VisitForm key={verdict} visit={visit} verdict={verdict} />}
    </section>
  );
}

/** Signed on the phone: whether it has left, what came of it, who signs next. */
function Signed({ visit }: { readonly visit: Visit }) {
  const { t } = useTexts();
  const { id, refused, outcome } = visit;
  const state = stateOf(visit);
  const change = () => void visits.change(id, reopened);
  return (
    <>
      {refused ? (
        <ProblemBox error={new Refusal(refused)} />
      ) : (
        <output className="good" aria-live="polite">
          <h2>{t(`visits.state.${state}`)}</h2>
          <p>{t(`visits.said.${outcome ?? 'waiting'}`)}</p>
        </output>
      )}
      {outcome === undefined && (
        <button type="button" className="second" onClick={change}>
          {t('visits.change')}
        </button>
      )}
    </>
  );
}

function Forget({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const forget = async () => {
    await navigate({ to: '/visits' });
    await visits.forget(id);
  };
  return (
    <details>
      <summary>{t('visits.forget')}</summary>
      <p>{t('visits.forgetHint')}</p>
      <button type="button" className="second small" onClick={() => void forget()}>
        {t('visits.forgetSure')}
      </button>
    </details>
  );
}
