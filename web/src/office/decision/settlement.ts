const BETWEEN = '|';

/** A way of settling, and where, as one text of a form. */
export const settlementText = (way: string, siteId = '', plotNo = ''): string => [way, siteId, plotNo].join(BETWEEN);

/** The settlement that a form's text means. */
export function settlementOf(text: string): object {
  const [way, siteId, plotNo] = text.split(BETWEEN);
  return { way, ...(siteId && { siteId }), ...(plotNo && { plotNo }) };
}
