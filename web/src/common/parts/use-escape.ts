import { useEffect } from 'react';

/** By Escape the innermost part folds that the focus is in, and the focus goes to what unfolds it again. */
export function useEscape(): void {
  useEffect(() => {
    window.addEventListener('keydown', fold);
    return () => window.removeEventListener('keydown', fold);
  }, []);
}

/** An input method has Escape for itself while it composes. */
function fold({ key, isComposing, defaultPrevented }: KeyboardEvent): void {
  if (key !== 'Escape' || isComposing || defaultPrevented) return;
  const part = document.activeElement?.closest<HTMLDetailsElement>('details[open]');
  part?.querySelector('summary')?.focus();
  part?.removeAttribute('open');
}
