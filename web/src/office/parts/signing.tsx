import { useAct } from '../../common/calls/act.js';
import type { ActId, Answered, Asked } from '../../common/calls/types.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useTexts } from '../texts/use-texts.js';

/** Acts by which a second official signs what a first one has proposed. */
type SigningId = {
  [Id in ActId]: Asked<Id> extends { readonly body: { readonly digest: string; readonly agrees: boolean } }
    ? Id
    : never;
}[ActId];

interface Shown<Id extends SigningId> {
  readonly act: Id;
  readonly params: Readonly<Record<string, string>>;
  /** One signs what one has seen. */
  readonly digest: string;
  /** Told what came of it: it is gone from the page by then. */
  readonly onSigned?: (answer: Answered<Id>) => void;
}

/** The second signature, or that one does not agree: then the proposal is gone. */
export function Signing<Id extends SigningId>({ act: id, params, digest, onSigned }: Shown<Id>) {
  const { t } = useTexts();
  const sign = useAct(id);
  const answer = (agrees: boolean) =>
    sign.mutateAsync({ params, body: { digest, agrees } } as unknown as Asked<Id>).then(onSigned, () => undefined);
  return (
    <div className="signing">
      <p className="hint">{t('signing.lead')}</p>
      {sign.error && <ProblemBox error={sign.error} />}
      <div className="buttons">
        <button type="button" disabled={sign.isPending} onClick={() => void answer(true)}>
          {t('signing.agree')}
        </button>
        <button type="button" className="second" disabled={sign.isPending} onClick={() => void answer(false)}>
          {t('signing.disagree')}
        </button>
      </div>
    </div>
  );
}
