import type { Programme } from '../../domain/schemas/programme.js';
import type { Deps } from '../deps.js';
import { both, deadline } from '../pages/html.js';
import { countyOr, isOpen, programmesInForce } from '../queries/programmes.js';
import type { FirstWords } from './page.js';
import { isSignedIn } from './signed-in.js';

const HOME = /(?<=<template id="home">).*(?=<\/template>)/s;
const CARD = /<li>.*<\/li>/s;
const PART = /__([A-Z]+)__/g;
/** As many as a phone shows at once. */
const MOST = 3;

/**
 * What is read of the portal's first page before any script has come: besides its title, the first programmes that are
 * open. Not to whoever is signed in, perhaps in another county.
 */
export const homeWords =
  ({ db, settings }: Pick<Deps, 'db' | 'settings'>): FirstWords =>
  async (request, page) => {
    if (isSignedIn(request, settings)) return undefined;
    const programmes = await programmesInForce(db, await countyOr(db, undefined));
    const open = programmes.filter(isOpen).slice(0, MOST);
    return HOME.exec(page)?.[0].replace(CARD, (card) => open.map((programme) => filled(card, programme)).join(''));
  };

function filled(card: string, { code, name, summary, closesAt }: Programme): string {
  const parts: Readonly<Record<string, string>> = {
    ...{ CODE: code, NAME: both(name).zh, SUMMARY: both(summary).zh, CLOSES: deadline(closesAt).zh },
  };
  return card.replace(PART, (_, part: string) => parts[part] ?? '');
}
