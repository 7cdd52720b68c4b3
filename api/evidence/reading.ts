import { CountyCodec } from '../../platform/codec.js';
import type { CaseEvidence } from '../../proof/evidence.js';
import type { Deps } from '../deps.js';
import { found } from '../problem.js';
import { collect } from './collect.js';
import type { Sources } from './sources.js';

/** What the API collects evidence from. @throws Refused UNAVAILABLE while the engine is away */
export async function sourcesOf({ db, keyring, engine, settings }: Deps): Promise<Sources> {
  return { db, keyring, codec: new CountyCodec(keyring), client: await engine.reader(), home: settings.home };
}

/** All there is about one case. @throws Refused UNAVAILABLE */
export async function evidenceFor(deps: Deps, caseNo: string): Promise<CaseEvidence> {
  const [evidence] = await collect(await sourcesOf(deps), [caseNo]);
  return found(evidence);
}
