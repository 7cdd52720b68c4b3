import { z } from 'zod';
import { shanghaiDate, startOfShanghaiDay } from '../rules/working-days.js';
import { Programme } from './programme.js';
import { Bilingual, Coded, Fen, Id, Instant, PageQuery, pageOf, Person, Quantity, say, Sha256 } from './common.js';

/** A new version of a programme begins today, Asia/Shanghai, or later. */
export const opensTooEarly = (opensAt: string, now: number): boolean =>
  Date.parse(opensAt) < startOfShanghaiDay(shanghaiDate(now));
export const TOO_EARLY: Bilingual = {
  zh: '新版本应从今天或以后开始',
  en: 'A new version begins today or later',
};

export const VersionQuery = z.strictObject({ ...PageQuery, code: z.string().max(60).optional() });
export const VersionExportQuery = z.strictObject({ format: z.enum(['json', 'xlsx']).default('xlsx') });
export const DraftParams = z.strictObject({ id: Id });

const VersionView = z
  .object({
    code: z.string(),
    version: z.number().int(),
    digest: Sha256,
    name: Bilingual,
    opensAt: Instant,
    closesAt: Instant,
    standard: Bilingual,
  })
  .meta({ id: 'ProgrammeVersion' });
export const VersionPage = pageOf(VersionView);

export const DraftView = z
  .object({
    ...VersionView.shape,
    id: Id,
    importedBy: Person,
    importedAt: Instant,
    decidedBy: Person.nullable(),
    /** Null while it waits; whether it was put into force. */
    agreed: z.boolean().nullable(),
  })
  .meta({ id: 'ProgrammeDraft' });
export const DraftPage = pageOf(DraftView);
export const DraftDetail = z
  .object({
    ...DraftView.shape,
    programme: Programme,
    /** The version that it changes; null where the programme is new. */
    before: Programme.nullable(),
  })
  .meta({ id: 'ProgrammeDraftDetail' });
export type DraftDetail = z.infer<typeof DraftDetail>;

export const ProgrammesImported = z
  .object({ unchanged: z.array(z.string()), drafts: z.array(z.object({ id: Id, code: z.string(), digest: Sha256 })) })
  .meta({ id: 'ProgrammesImported' });

/** Whoever signs has seen what he signs, and has not brought it in. */
export const DraftSignature = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, say('请重新打开后签字', 'Open it again before you sign')),
  /** False takes the draft off. */
  agrees: z.boolean(),
});

export const PreviewBody = z.strictObject({
  registerNos: z.array(z.string().trim().min(1).max(40)).min(1).max(50),
  quantity: Quantity,
});
const Worth = z.object({ findings: z.array(Coded), amountFen: Fen });
export const PreviewView = z
  .object({
    households: z.array(
      z.object({
        registerNo: z.string(),
        /** By the version in force; null where the programme is new. */
        now: Worth.nullable(),
        drafted: Worth,
      }),
    ),
  })
  .meta({ id: 'ProgrammePreview' });

export const DryRunQuery = z.strictObject({ ...PageQuery, year: z.coerce.number().int().min(2018).max(2100) });
export const EFFECTS = ['gain', 'lose', 'same', 'newlyEligible', 'newlyIneligible'] as const;
export type Effect = (typeof EFFECTS)[number];
export const DryRunView = z
  .object({
    year: z.number().int(),
    cases: z.number().int(),
    counts: z.record(z.enum(EFFECTS), z.number().int()),
    beforeFen: Fen,
    afterFen: Fen,
    /** What the draft would cost, by who bears it; null where it does not say. */
    afterByOffice: z.object({ province: Fen, city: Fen, county: Fen }).nullable(),
    /** Cases that would come out otherwise. */
    items: z.array(z.object({ caseNo: z.string(), effect: z.enum(EFFECTS), beforeFen: Fen, afterFen: Fen })),
    next: z.string().nullable(),
  })
  .meta({ id: 'ProgrammeDryRun' });
