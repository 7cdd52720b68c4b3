import { z } from 'zod';
import { AreaCode, AreaName, Coded, freeText, Id, Instant, PageQuery, pageOf, say } from './common.js';

const persons = z
  .number(say('请填写可安置人数', 'Give the number of persons'))
  .int(say('人数须为整数', 'A whole number of persons'))
  .min(1, say('至少1人', 'One person at least'))
  .max(100_000);

/** A plot or flat of a site. */
const NewPlot = z.strictObject({
  no: z.string().trim().min(1, say('请填写地块（套房）编号', 'Number the plot or flat')).max(20),
  kind: z.enum(['plot', 'flat'], say('请选择地块或套房', 'Choose plot or flat')),
  squareMetres: z.number().int().min(1, say('请填写面积（平方米）', 'Give its square metres')).max(100_000),
});
const plots = z.array(NewPlot).max(500, say('每次最多登记500项', 'At most 500 at a time'));

/** 安置点: where households move together. */
export const NewSite = z.strictObject({
  name: freeText(60),
  /** Township or village where it lies. */
  area: AreaCode,
  capacity: persons,
  plots: plots.default([]),
});
export type NewSite = z.infer<typeof NewSite>;
export const NewPlots = z.strictObject({ plots: plots.min(1, say('请至少登记一项', 'Enter one at least')) });
export type NewPlots = z.infer<typeof NewPlots>;

export const SiteParams = z.strictObject({ id: Id });
export const SiteQuery = z.strictObject(PageQuery);
export type SiteQuery = z.infer<typeof SiteQuery>;
export const SiteExportQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') });

export const SiteView = z
  .object({
    id: Id,
    name: z.string(),
    area: AreaName,
    /** Persons. */
    capacity: z.number().int(),
    taken: z.number().int(),
    left: z.number().int(),
    /** Plots and flats, and those that nobody has. */
    plots: z.number().int(),
    plotsLeft: z.number().int(),
    enteredAt: Instant,
  })
  .meta({ id: 'ResettlementSite' });
export type SiteView = z.infer<typeof SiteView>;
export const SitePage = pageOf(SiteView);

export const PlotQuery = z.strictObject({ ...PageQuery, free: z.enum(['true', 'false']).optional() });
export type PlotQuery = z.infer<typeof PlotQuery>;
export const PlotView = z
  .object({
    no: z.string(),
    kind: Coded,
    squareMetres: z.number().int(),
    caseNo: z.string().nullable(),
    persons: z.number().int(),
  })
  .meta({ id: 'ResettlementPlot' });
export type PlotView = z.infer<typeof PlotView>;
export const PlotPage = pageOf(PlotView);
