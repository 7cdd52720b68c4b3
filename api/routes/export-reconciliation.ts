import type { Handler } from '../handler.js';
import { reconciliationViews, visibleReconciliation } from '../queries/reconciliations.js';
import { reconciliationSheet } from '../sheets/reconciliation-sheet.js';
import { sheetFile } from '../sheets/sheet-file.js';

export const exportReconciliation: Handler<'exportReconciliation'> = async ({ who, params, query }, { db }) => {
  const row = await visibleReconciliation(db, who, params);
  const sheet = await reconciliationSheet(db, (await reconciliationViews(db, [row]))(row));
  const file = await sheetFile(sheet, `对账日报-${params.county}-${params.date}`, query.format);
  return { status: 200, body: 'bytes', file };
};
