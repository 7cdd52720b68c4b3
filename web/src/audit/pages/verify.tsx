import { useNavigate, useSearch } from '@tanstack/react-router';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { Asking, useScopeFields } from '../parts/asking.js';
import { Differences } from '../parts/differences.js';
import { useTitle } from '../parts/use-title.js';
import { useVerification } from '../parts/use-verification.js';
import { useTexts } from '../texts/use-texts.js';

/** 核验: over a county, a year or all. */
export function VerifyPage() {
  const { t } = useTexts();
  const scope = useSearch({ from: '/verify' });
  const navigate = useNavigate({ from: '/verify' });
  const fields = useScopeFields();
  useTitle(t('rooms.verify'));
  return (
    <>
      <h1>{t('rooms.verify')}</h1>
      <p>{t('verify.lead')}</p>
      <Asking fields={fields} now={scope} submit={t('scope.apply')} onAsk={(said) => void navigate({ search: said })} />
      <Verifying key={JSON.stringify(scope)} scope={scope} />
    </>
  );
}

function Verifying({ scope }: { readonly scope: object }) {
  const { t } = useTexts();
  const { progress, error, running, start, stop } = useVerification(scope);
  const { done, of, findings, log } = progress;
  return (
    <>
      <p>
        {running ? (
          <button type="button" className="second" onClick={stop}>
            {t('verify.stop')}
          </button>
        ) : (
          <button type="button" onClick={start}>
            {t(done > 0 && !log ? 'verify.goOn' : 'verify.start')}
          </button>
        )}
      </p>
      {error && <ProblemBox error={error} />}
      {(running || done > 0) && (
        <p>
          <progress aria-label={t('rooms.verify')} value={done} max={Math.max(of, 1)} />{' '}
          <output>{t('verify.progress', { done, of })}</output>
        </p>
      )}
      {log && (
        <p>
          {t('verify.done')} {t('verify.log', { leaves: log.leaves, heads: log.heads })}{' '}
          {findings.length === 0 && t('verify.clean')}
        </p>
      )}
      {findings.length > 0 && (
        <>
          <h2>{t('verify.found', { count: findings.length })}</h2>
          <Differences findings={findings} />
        </>
      )}
    </>
  );
}
