import { useEffect } from 'react';

/** What is done by Escape; an input method has it for itself while it composes. */
export function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const heard = ({ key, isComposing }: KeyboardEvent) => {
      if (key === 'Escape' && !isComposing) onEscape();
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [onEscape]);
}

/** The innermost part folds that the focus is in, and the focus goes to what unfolds it again. */
export function foldAround(): void {
  const part = document.activeElement?.closest<HTMLDetailsElement>('details[open]');
  part?.querySelector('summary')?.focus();
  part?.removeAttribute('open');
}
