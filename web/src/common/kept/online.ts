import { useSyncExternalStore } from 'react';

function whenChanged(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

/** Whether the phone has a network at all; whether anything comes through is another matter. */
export const useOnline = (): boolean => useSyncExternalStore(whenChanged, () => navigator.onLine);
