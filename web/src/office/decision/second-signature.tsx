import type { ProposalView, TaskDetail } from '../../../../domain/schemas/task.js';
import { askedText } from '../../../../domain/texts/loans.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useSession } from '../../common/session.js';
import { Facts } from '../parts/facts.js';
import { Yuan } from '../parts/money.js';
import { Papers } from '../parts/papers.js';
import { useTexts } from '../texts/use-texts.js';
import type { Act } from './act.js';

interface Shown {
  readonly task: TaskDetail;
  readonly proposal: ProposalView;
  readonly sign: Act<'signTask'>;
}

/** What the first official has signed; somebody else signs it too, or gives it back to him. */
export function SecondSignature({ task, proposal, sign }: Shown) {
  const { t, tell } = useTexts();
  const { data: session } = useSession();
  const { digest, by, verdict, reason, words, quantity, amountFen, papers } = proposal;
  const answer = (agrees: boolean) => sign.mutate({ params: { id: task.id }, body: { digest, agrees } });
  return (
    <>
      <h3>{t('signature.proposed', { name: by.name, office: by.office })}</h3>
      <Facts
        facts={{
          [t('decide.verdict')]: <strong>{tell(verdict)}</strong>,
          [t('fields.reasonCode.label')]: reason && tell(reason),
          [tell(task.measure.name)]:
            quantity === null ? null : tell(askedText(task.measure, task.loan ?? undefined, quantity)),
          [t('task.amount')]: amountFen !== null && <Yuan fen={amountFen} />,
          [t('fields.words.label')]: words && <span className="said">{words}</span>,
        }}
      />
      {papers.length > 0 && <Papers papers={papers} />}
      {sign.error && <ProblemBox error={sign.error} />}
      {by.id === session?.identity.id ? (
        <p className="none">{t('signature.own')}</p>
      ) : (
        <div className="buttons">
          <button type="button" disabled={sign.isPending} onClick={() => answer(true)}>
            {t('signature.agree')}
          </button>
          <button type="button" className="second" disabled={sign.isPending} onClick={() => answer(false)}>
            {t('signature.disagree')}
          </button>
        </div>
      )}
    </>
  );
}
