import { countyOf } from '../../../../domain/rules/county-of.js';
import type { ProgrammeSummary } from '../../../../domain/schemas/programme-view.js';
import { useAsked } from '../../common/calls/query.js';
import { useSession } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';

/** The county of whoever is signed in; empty until that is known. */
function useCounty(): string {
  const { data: session } = useSession();
  return session ? countyOf(session.area.code) : '';
}

/** The guide to one of the county's programmes. */
export function useGuide(code: string) {
  const county = useCounty();
  return useAsked('getProgramme', { params: { code }, query: { county } }, county !== '');
}

const EVERY = (): boolean => true;

/** The county's programmes, all or some of them, to choose from. */
export function useProgrammes(which: (programme: ProgrammeSummary) => boolean = EVERY) {
  const { tell } = useTexts();
  const county = useCounty();
  const { data } = useAsked('listProgrammes', { query: { county } }, county !== '');
  return (data?.items ?? []).filter(which).map(({ code, name }) => [code, tell(name)] as const);
}

/** Townships and villages of whoever is signed in, his own area first, to choose from. */
export function useAreas() {
  const { data: session } = useSession();
  const { data } = useAsked('listAreas', {});
  const below = (data?.items ?? []).filter(({ code }) => code !== session?.area.code);
  return [...(session ? [session.area] : []), ...below].map(({ code, name }) => [code, name] as const);
}
