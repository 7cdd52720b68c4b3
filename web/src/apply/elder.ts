import { useSyncExternalStore } from 'react';

const KEPT = 'zhibao-elder';
const CHANGED = 'zhibao-elder-changed';

const isElder = (): boolean => localStorage.getItem(KEPT) === 'true';

/** Larger letters and targets for whoever has asked for them. */
export const showElder = (): void => void document.documentElement.classList.toggle('elder', isElder());

function setElder(elder: boolean): void {
  localStorage.setItem(KEPT, String(elder));
  showElder();
  window.dispatchEvent(new Event(CHANGED));
}

function whenChanged(tell: () => void): () => void {
  window.addEventListener(CHANGED, tell);
  return () => window.removeEventListener(CHANGED, tell);
}

/** The elder-friendly mode (长辈模式), kept on the phone. */
export const useElder = () => ({ elder: useSyncExternalStore(whenChanged, isElder), setElder });
