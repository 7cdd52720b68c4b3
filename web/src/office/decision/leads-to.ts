import type { Bilingual } from '../../../../domain/schemas/common.js';
import { officeEn } from '../texts/en.js';
import { officeZh } from '../texts/zh.js';

type Leads = Readonly<Record<string, string>>;
type LeadsAt = Readonly<Record<string, Leads>>;

const half = (leads: Leads, at: LeadsAt, stage: string, verdict: string): string | undefined =>
  at[stage]?.[verdict] ?? leads[verdict];

/** What follows from a decision; nothing where the catalogue does not know it. */
export function leadsTo(stage: string, verdict: string): Bilingual | undefined {
  const zh = half(officeZh.leads, officeZh.leadsAt, stage, verdict);
  const en = half(officeEn.leads, officeEn.leadsAt, stage, verdict);
  return zh === undefined || en === undefined ? undefined : { zh, en };
}
