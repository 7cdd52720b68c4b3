import { isWaiting, type Draft } from '../draft/draft.js';
import { useOnline } from '../../common/kept/online.js';
import { useTexts } from '../texts/use-texts.js';

/** Where what was filled in is now: on the phone, or with the office too. */
export function SavedNote({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const online = useOnline();
  const note = !isWaiting(draft) ? 'saved' : online ? 'saving' : 'onPhone';
  return <output className="hint">{t(`saved.${note}`)}</output>;
}
