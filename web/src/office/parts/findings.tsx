import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useTexts } from '../texts/use-texts.js';

/** What the databases say: what keeps a case from passing first. */
export function Findings({ findings }: Pick<TaskDetail, 'findings'>) {
  const { t, tell } = useTexts();
  if (findings.length === 0) return <p>{t('findings.none')}</p>;
  return (
    <ul className="findings">
      {findings
        .toSorted((one, other) => one.severity.localeCompare(other.severity))
        .map((finding) => (
          <li key={finding.code} className={finding.severity}>
            <strong>{t(`findings.${finding.severity}`)}</strong> {tell(finding)}
          </li>
        ))}
    </ul>
  );
}
