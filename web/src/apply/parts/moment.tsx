import { dayOfText, deadlineText, momentText } from '../../../../domain/texts/moments.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly at: string;
}

/** A moment as a household reads it, in Asia/Shanghai. */
export function Moment({ at }: Shown) {
  const { tell } = useTexts();
  return <time dateTime={at}>{tell(momentText(Date.parse(at)))}</time>;
}

/** The end of a term; midnight is 24:00 of the day that it ends. */
export function Deadline({ at }: Shown) {
  const { tell } = useTexts();
  return <time dateTime={at}>{tell(deadlineText(Date.parse(at)))}</time>;
}

/** The day alone. */
export function Day({ at }: Shown) {
  const { tell } = useTexts();
  return <time dateTime={at}>{tell(dayOfText(Date.parse(at)))}</time>;
}
