import { useState } from 'react';
import { useTexts } from '../texts/use-texts.js';

/** Puts a text on the clipboard, where the browser has one to give; the text stands beside it in any case. */
export function Copy({ text, name }: { readonly text: string; readonly name: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <>
      <button type="button" className="second small" aria-label={name} onClick={copy}>
        {t('places.copy')}
      </button>{' '}
      <output className="inline" aria-live="polite">
        {copied && t('places.copied')}
      </output>
    </>
  );
}
