import { decisionNumber } from '../prisma/decision-number.js';
import { alive } from './batches/alive.js';
import { fillBatch } from './batches/fill-batch.js';
import { handOver } from './batches/hand-over.js';
import { tellResults } from './batches/tell-results.js';
import { gatherPublication } from './bundles/gather-publication.js';
import { openCases } from './bundles/open-cases.js';
import { recordBundleAct } from './bundles/record-bundle-act.js';
import { startWave } from './bundles/start-wave.js';
import { tellOpened } from './bundles/tell-opened.js';
import { checkEntitlement } from './check-entitlement.js';
import { closeNotice } from './close-notice.js';
import { countAnew } from './count-anew.js';
import type { Activities } from './contract.js';
import { deskCheck } from './desk-check.js';
import { divideIncome } from './dividends/divide-income.js';
import { listHolders } from './dividends/list-holders.js';
import { disburse } from './disburse.js';
import { record } from './record/record.js';
import { redate } from './redate.js';
import { reserve } from './reserve.js';
import { mustBeSignedOff } from './restore-gate.js';
import { noteGrowth } from './sealing/note-growth.js';
import { takePlace } from '../prisma/resettlement.js';
import { setOff } from './set-off.js';
import type { World } from './world.js';

/** The activities of a worker, working with what its process has. */
export const createActivities = (world: World): Activities => ({
  record: async ({ caseNo, strand, transitions }) => {
    const recorded = await record(world, caseNo, strand, transitions);
    await noteGrowth(world.db);
    return recorded.dueAt === undefined ? undefined : recorded;
  },
  deskCheck: (...given) => deskCheck(world, ...given),
  reserve: (...given) => reserve(world, ...given),
  checkEntitlement: (caseNo) => checkEntitlement(world, caseNo),
  setOff: (payment) => setOff(world, payment),
  countAnew: (...given) => countAnew(world, ...given),
  numberDecision: (caseNo) => world.db.$transaction((tx) => decisionNumber(tx, caseNo)),
  takePlace: (caseNo, place) => takePlace(world.db, caseNo, place),
  closeNotice: (...given) => closeNotice(world, ...given),
  disburse: (...given) => disburse(world, ...given),
  redate: (...given) => redate(world, ...given),
  fillBatch: async (...given) => {
    await mustBeSignedOff(world.db);
    return await fillBatch(world, ...given);
  },
  handOver: async (...given) => {
    await mustBeSignedOff(world.db);
    await alive(() => handOver(world, ...given));
  },
  listHolders: (...given) => listHolders(world, ...given),
  divideIncome: (...given) => divideIncome(world, ...given),
  tellResults: (...given) => tellResults(world, ...given),
  recordBundleAct: async (...given) => {
    await recordBundleAct(world, ...given);
    await noteGrowth(world.db);
  },
  openCases: (...given) => openCases(world, ...given),
  startWave: async (...given) => {
    await mustBeSignedOff(world.db);
    return await startWave(world, ...given);
  },
  gatherPublication: (...given) => gatherPublication(world, ...given),
  tellOpened: (...given) => tellOpened(world, ...given),
});
