import type { AuditFindingView } from '../../../../domain/schemas/audit-finding.js';
import { useLanguage } from '../language.js';
import { Moment } from './moment.js';

interface Shown {
  readonly entries: AuditFindingView['entries'];
  /** What stands for words that can't be read any more. */
  readonly erased: string;
}

/** What was said about an auditor's finding, in order. */
export function FindingEntries({ entries, erased }: Shown) {
  const { tell } = useLanguage();
  return (
    <ol className="steps">
      {entries.map(({ act, by, at, words }) => (
        <li key={at}>
          <span>
            {tell(act)} · {by.name} · {by.office} · <Moment at={at} />
          </span>
          <blockquote>{words ?? erased}</blockquote>
        </li>
      ))}
    </ol>
  );
}
