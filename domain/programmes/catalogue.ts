import type { Programme } from '../schemas/programme.js';
import { beekeeping, goats, pigs, poultry } from './breeding.js';
import { disabilityAllowance } from './disability.js';
import { leadEntrepreneur, processingAgent, skillsTraining } from './employment.js';
import { relocation, renovation } from './housing.js';
import { educationAid, photovoltaicDividend } from './entitlements.js';
import { collectiveInterest, microcreditInterest } from './microcredit.js';
import type { ProgrammeOutline } from './outline.js';
import { medicinalHerbs, teaGarden, woodyOil } from './planting.js';
import { medicalPremium, pensionPremium } from './premiums.js';
import { handicraft, homeProcessing } from './processing.js';
import { disasterRelief, temporaryRelief } from './relief.js';
import { eCommerce, farmStay } from './services.js';

const OUTLINES: readonly ProgrammeOutline[] = [
  teaGarden,
  medicinalHerbs,
  woodyOil,
  beekeeping,
  pigs,
  goats,
  poultry,
  handicraft,
  homeProcessing,
  eCommerce,
  farmStay,
  renovation,
  relocation,
  disasterRelief,
  temporaryRelief,
  educationAid,
  photovoltaicDividend,
  pensionPremium,
  medicalPremium,
  disabilityAllowance,
  microcreditInterest,
  collectiveInterest,
  processingAgent,
  skillsTraining,
  leadEntrepreneur,
];

/**
 * The programmes that a county may begin with, open for two years from 1 January: version 1 of each. A county
 * that changes one adds a version; a row once used is never altered.
 *
 * @param countyCode six digits
 * @param fromYear the year from which applications are taken, Asia/Shanghai
 */
export function programmesOf(countyCode: string, fromYear: number): Programme[] {
  return OUTLINES.map((outline) => ({
    ...outline,
    countyCode,
    version: 1,
    opensAt: `${fromYear}-01-01T00:00:00+08:00`,
    closesAt: `${fromYear + 1}-12-31T23:59:59+08:00`,
  }));
}
