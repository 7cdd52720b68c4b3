import type { Bilingual } from '../../../../domain/schemas/common.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly rejected: number;
  readonly rejections: readonly { readonly line: number; readonly reason: Bilingual }[];
}

/** Which lines of a file, or rows of a form, were not taken, and why. */
export function Rejections({ rejected, rejections }: Shown) {
  const { t, tell } = useTexts();
  if (rejected === 0) return null;
  return (
    <>
      <p>{t('rejections.lead', { number: rejected })}</p>
      <ol className="rejections">
        {rejections.map(({ line, reason }) => (
          <li key={`${line} ${reason.en}`}>
            <strong>{t('rejections.line', { line })}</strong> {tell(reason)}
          </li>
        ))}
      </ol>
      {rejected > rejections.length && <p>{t('rejections.more', { number: rejected - rejections.length })}</p>}
    </>
  );
}
