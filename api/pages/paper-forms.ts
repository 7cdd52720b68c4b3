import type { Express } from 'express';
import type { HouseholdView } from '../../domain/schemas/household-view.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { areaName } from '../../prisma/areas.js';
import type { Deps } from '../deps.js';
import { householdView } from '../queries/household-view.js';
import { programmeGuide } from '../queries/programme-guide.js';
import { countyOr, policyInForce, programmeInForce } from '../queries/programmes.js';
import { whoIs } from '../session/identity.js';
import { sessions } from '../session/session.js';
import type { Page } from './layout.js';
import { paperForm } from './paper-form.js';
import { nameIn, sendPage } from './send-page.js';

/** Forms to print: blank for everybody, and with its own data for a household that is signed in. */
export function mountPaperForms(app: Express, deps: Deps): void {
  const { db, keyring, settings } = deps;

  app.get('/programmes/:code/form', async (request, response) => {
    sendPage(response, await formOf(nameIn(request.params.code), await countyOr(db, undefined)));
  });

  app.get('/programmes/:code/form/own', sessions(deps), async (request, response) => {
    const { signedIn } = request.session;
    const who = signedIn && (await whoIs(deps, signedIn));
    const code = nameIn(String(request.params.code));
    if (who?.kind !== 'household') {
      response.redirect(303, `/programmes/${code}/form`);
      return;
    }
    const own = await householdView(db, keyring, who.id);
    sendPage(response, await formOf(code, countyOf(who.areaCode), own));
  });

  async function formOf(code: string, county: string, household?: HouseholdView): Promise<Page> {
    const { body } = await programmeInForce(db, county, code);
    const guide = programmeGuide(body, (await policyInForce(db, county)).body);
    const { publicUrl, demonstration } = settings;
    const form = { guide, county: await areaName(db, county), publicUrl, ...(household && { household }) };
    const { zh, en } = guide.name;
    const title = [`${zh}：纸质申请表`, `${en}: paper form`] as const;
    return { title, demonstration, body: paperForm(form) };
  }
}
