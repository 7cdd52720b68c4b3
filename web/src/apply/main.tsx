import { newQueryClient } from '../common/calls/query.js';
import { keepShell } from '../common/kept/shell.js';
import { startPage } from '../common/start-page.js';
import { startTexts } from '../common/start-texts.js';
import { Apply, opened } from './router.js';
import { keepRead } from './draft/kept-queries.js';
import { drafts } from './draft/store.js';
import { stepWorks } from './step-work/store.js';
import { showElder } from './elder.js';
import { applyEn } from './texts/en.js';
import { applyZh } from './texts/zh.js';

showElder();
const client = newQueryClient();
await Promise.all([opened(), keepRead(client), drafts.ready, stepWorks.ready]);
const texts = await startTexts('apply', { zh: applyZh, en: applyEn });
startPage({ texts, client, children: <Apply /> });
void keepShell('apply');
