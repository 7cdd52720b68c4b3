import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { countyOf } from '../../../../domain/rules/county-of.js';
import { parseQuantity, quantityText } from '../../../../domain/rules/quantities.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useAct } from '../../common/calls/act.js';
import { useAsked } from '../../common/calls/query.js';
import { WordsField } from '../../common/form/field.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { QuantityField, useUnreadable } from '../parts/quantity-field.js';
import { SentPapers } from '../parts/sent-papers.js';
import { useTexts } from '../texts/use-texts.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';

/** What was found missing, in one list; what is handed in for it. */
export function CorrectionStep({ view }: { readonly view: CaseView }) {
  const query = { county: countyOf(view.area.county.code) };
  const guide = useAsked('getProgramme', { params: { code: view.programme.code }, query });
  return <Loaded query={guide}>{(told) => <Correcting view={view} guide={told} />}</Loaded>;
}

function Correcting({ view, guide }: { readonly view: CaseView; readonly guide: ProgrammeGuide }) {
  const { t, tell } = useTexts();
  const navigate = useNavigate();
  const act = useAct('handInCorrection');
  const before = quantityText(view.quantity, view.scale);
  const [text, setText] = useState(before);
  const [words, setWords] = useState('');
  const unreadable = useUnreadable(guide.measure, text);
  const quantity = parseQuantity(text, view.scale);
  const handIn = async () => {
    const changed = quantity !== undefined && quantity !== view.quantity;
    const body = { ...(changed && { quantity }), ...(words.trim() !== '' && { words }) };
    await act.mutateAsync({ params: { id: view.applicationId }, body });
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  return (
    <>
      <Defects caseNo={view.caseNo} />
      {act.error && <ProblemBox error={act.error} />}
      <QuantityField measure={guide.measure} text={text} onChange={setText} error={unreadable} />
      {guide.papers.map(({ kind, name }) => (
        <section key={kind} aria-label={tell(name)}>
          <h2>{tell(name)}</h2>
          <SentPapers applicationId={view.applicationId} kind={kind} onChanged={() => undefined} />
        </section>
      ))}
      <WordsField label={t('steps.words')} value={words} onChange={(event) => setWords(event.target.value)} />
      <div className="buttons">
        <button
          type="button"
          disabled={act.isPending || unreadable !== undefined}
          onClick={() => void handIn().catch(() => undefined)}
        >
          {t('steps.correction.do')}
        </button>
      </div>
    </>
  );
}

/** What whoever sent it back wrote. */
function Defects({ caseNo }: { readonly caseNo: string }) {
  const { t, tell } = useTexts();
  const timeline = useAsked('getTimeline', { params: { caseNo } });
  const returned = timeline.data?.entries.findLast(({ words }) => words !== null);
  if (!returned) return null;
  return (
    <section className="problem" aria-label={t('steps.correction.missing')}>
      <h2>{t('steps.correction.missing')}</h2>
      <p>{tell(returned.text)}</p>
      <p className="words">{returned.words}</p>
    </section>
  );
}
