import { type ParsedLocation, useLocation } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The household that a helper is about, by its number in the register: in no address, so in nobody's log. */
    readonly registerNo?: string;
  }
}

/** What goes on with somebody who signs in on the way. */
export function useWhomState(): { registerNo?: string } {
  const registerNo = useWhom();
  return registerNo === undefined ? {} : { registerNo };
}

/** For whom it is: said on the page before, or by the code on a paper form (behind the `#`, which is sent nowhere). */
export const whomAt = ({ state, hash }: Pick<ParsedLocation, 'state' | 'hash'>): string | undefined =>
  state.registerNo ?? (hash === '' ? undefined : decodeURIComponent(hash));

export const useWhom = (): string | undefined => whomAt(useLocation());
