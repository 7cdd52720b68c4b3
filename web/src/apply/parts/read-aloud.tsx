import { useEffect, useState } from 'react';
import { useTexts } from '../texts/use-texts.js';

const TAGS = { zh: 'zh-CN', en: 'en-US' } as const;

/** The page read aloud by the browser, where it can speak. */
export function ReadAloud() {
  const { t, language } = useTexts();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in window)) return null;

  const read = () => {
    const words = new SpeechSynthesisUtterance(document.querySelector('main')?.innerText ?? '');
    words.lang = TAGS[language];
    words.onend = () => setSpeaking(false);
    window.speechSynthesis.speak(words);
    setSpeaking(true);
  };
  const stop = () => {
    window.speechSynthesis.cancel();
    setSpeaking(false);
  };
  return (
    <button type="button" className="second" onClick={speaking ? stop : read}>
      {speaking ? t('frame.quiet') : t('frame.aloud')}
    </button>
  );
}
