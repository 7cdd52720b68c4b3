import { BUNDLE_STAGES, type BundleStage } from '../../../../domain/rules/bundle-states.js';
import { reasonsFor, REASONS } from '../../../../domain/rules/reasons.js';
import { stageRule, type Verdict } from '../../../../domain/rules/stages.js';
import { BundleDecision, type BundleDetail } from '../../../../domain/schemas/bundle.js';
import { VERDICT_NAMES } from '../../../../domain/texts/verdicts.js';
import type { Answered } from '../../common/calls/types.js';
import { ActForm } from '../form/act-form.js';
import type { FieldSpec } from '../form/fields.js';
import { useMayFor } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

const VERDICTS = {
  villageEndorsement: ['pass', 'return'],
  townshipEndorsement: ['pass', 'return'],
  // 一户一件: its cases are open by then; single households are struck out.
  initialCheck: ['pass', 'refuse'],
} as const satisfies Record<BundleStage, readonly Verdict[]>;

/** What is decided about a bundle at the step where it is, by whom the step awaits. */
export function DecideBundle({ bundle, onSaid }: Shown) {
  const stage = BUNDLE_STAGES.find((each) => each === bundle.state.code);
  return stage ? <Decide key={stage} no={bundle.no} {...{ stage, onSaid }} /> : null;
}

interface Shown {
  readonly bundle: BundleDetail;
  readonly onSaid: (said: string) => void;
}

function Decide({ no, stage, onSaid }: Pick<Shown, 'onSaid'> & { readonly no: string; readonly stage: BundleStage }) {
  const { t, tell } = useTexts();
  const { awaits } = stageRule(stage);
  const may = useMayFor(...(awaits && awaits !== 'household' ? [awaits] : []));
  if (!may) return null;
  const said = ({ recorded, state }: Answered<'decideBundle'>) =>
    recorded ? t('bundles.decided', { state: tell(state) }) : t('done.beingRecorded');
  const reasons = (verdict: 'return' | 'refuse') =>
    reasonsFor(stage, verdict).map((code) => [code, tell(REASONS[code])] as const);
  const struckOut: FieldSpec = {
    ...{ name: 'struckOut', kind: 'rows', optional: true },
    ...{ label: t('bundles.strike'), hint: t('bundles.strikeHint') },
    fields: [
      { name: 'position', kind: 'number', label: t('bundles.position') },
      { name: 'reasonCode', kind: 'select', label: t('fields.reasonCode.label'), options: reasons('refuse') },
      { name: 'words', kind: 'text', label: t('fields.words.label') },
    ],
  };
  return (
    <>
      <h2>{t('task.decision')}</h2>
      <ActForm
        act="decideBundle"
        {...{ params: { no }, schema: BundleDecision, fixed: { stage } }}
        fields={[
          {
            ...{ name: 'verdict', kind: 'select', label: t('decide.verdict') },
            options: VERDICTS[stage].map((verdict) => [verdict, tell(VERDICT_NAMES[verdict])] as const),
          },
          {
            ...{ name: 'reasonCode', kind: 'select', label: t('fields.reasonCode.label'), optional: true },
            ...{ hint: t('bundles.reasonHint'), options: [...reasons('return'), ...reasons('refuse')] },
          },
          { name: 'words', kind: 'words', label: t('fields.words.label'), optional: true },
          ...(stage === 'initialCheck' ? [struckOut] : []),
        ]}
        submit={t('decide.send')}
        done={said}
        onDone={(answer) => onSaid(said(answer))}
      />
    </>
  );
}
