import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { SentPapers } from '../parts/sent-papers.js';
import { useStepWork } from '../step-work/use-step-work.js';
import { useTexts } from '../texts/use-texts.js';

/** 容缺受理: papers that were promised, each sent as soon as it is photographed. */
export function PapersStep({ view }: { readonly view: CaseView }) {
  const { caseNo, owedPapers } = view;
  const { t, tell } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const kept = useStepWork(view, 'papers');
  const back = async () => {
    if (kept.work.photos.length === 0) await kept.forget();
    await client.invalidateQueries();
    await navigate({ to: '/cases/$caseNo', params: { caseNo } });
  };
  return (
    <>
      {owedPapers.map(({ kind, name }) => (
        <section key={kind} aria-label={tell(name)}>
          <h2>{tell(name)}</h2>
          <SentPapers kept={kept} kind={kind} />
        </section>
      ))}
      <div className="buttons">
        <button type="button" onClick={() => void back()}>
          {t('steps.papers.done')}
        </button>
      </div>
    </>
  );
}
