import { newQueryClient } from '../common/calls/query.js';
import { startPage } from '../common/start-page.js';
import { startTexts } from '../common/start-texts.js';
import { Audit } from './router.js';
import { auditEn } from './texts/en.js';
import { auditZh } from './texts/zh.js';
import '../common/style.css';
import '../common/desk.css';

const client = newQueryClient();
const texts = await startTexts('audit', { zh: auditZh, en: auditEn });
startPage({ texts, client, children: <Audit /> });
