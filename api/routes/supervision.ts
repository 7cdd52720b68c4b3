import type { Handlers } from '../handler.js';
import { asOfOneMoment } from '../queries/money-scope.js';
import { moneyUse } from '../queries/money-use.js';
import { supervisedTaskPage } from '../queries/supervised-tasks.js';
import { workload } from '../queries/workload.js';
import { workbookFile } from '../sheets/sheet-file.js';
import { supervisionSheets } from '../sheets/supervision-sheets.js';

/** The handlers of supervision: all of them only tell. */
export const supervision: Pick<Handlers, 'listSupervisedTasks' | 'getMoneyUse' | 'exportWorkload'> = {
  listSupervisedTasks: async ({ who, query }, { db }) => ({
    status: 200,
    body: await supervisedTaskPage(db, who, query),
  }),
  getMoneyUse: async ({ who, query: { fiscalYear } }, { db }) => ({
    status: 200,
    body: await asOfOneMoment(db, (tx) => moneyUse(tx, who, fiscalYear)),
  }),
  exportWorkload: async ({ who, query: { fiscalYear } }, { db }) => {
    const money = await asOfOneMoment(db, (tx) => moneyUse(tx, who, fiscalYear));
    const sheets = supervisionSheets(await workload(db, who.areaCode), money);
    return { status: 200, body: 'bytes', file: await workbookFile(sheets, 'supervision') };
  },
};
