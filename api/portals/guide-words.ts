import type { Deps } from '../deps.js';
import { both, html } from '../pages/html.js';
import { countyOr, programmeInForce } from '../queries/programmes.js';
import type { FirstWords } from './page.js';
import { isSignedIn } from './signed-in.js';

/**
 * What is read of a guide before any script has come: what the programme is called and what it gives. Nothing to whoever
 * is signed in, perhaps in another county, whose programme the page asks for itself.
 */
export const guideWords =
  ({ db, settings }: Pick<Deps, 'db' | 'settings'>): FirstWords<{ code: string }> =>
  async (request) => {
    if (isSignedIn(request, settings)) return undefined;
    const { name, summary } = (await programmeInForce(db, await countyOr(db, undefined), request.params.code)).body;
    return html`<p class="opening">${both(name)}</p>
      <p class="lead">${both(summary)}</p>`.zh;
  };
