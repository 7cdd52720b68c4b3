import { newQueryClient } from '../common/calls/query.js';
import { keepQueries } from '../common/kept/queries.js';
import { keepShell } from '../common/kept/shell.js';
import { startPage } from '../common/start-page.js';
import { startTexts } from '../common/start-texts.js';
import { Office } from './router.js';
import { officeEn } from './texts/en.js';
import { officeZh } from './texts/zh.js';
import { boards } from './boards/store.js';
import { visits } from './visits/store.js';
import '../common/style.css';
import '../common/desk.css';

const client = newQueryClient();
/** What one needs at a village board without a network. */
const KEPT = ['getSession', 'listJointNotices', 'getJointNotice'] as const;
await Promise.all([
  keepQueries(client, { database: 'zhibao-office-read', kept: KEPT }),
  ...[visits.ready, boards.ready],
]);
const texts = await startTexts('office', { zh: officeZh, en: officeEn });
startPage({ texts, client, children: <Office /> });
void keepShell('office');
