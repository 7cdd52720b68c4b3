import { randomUUID } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { ERRORS } from '../../../domain/errors.js';
import { ObjectionBody } from '../../../domain/schemas/notice-view.js';
import type { FieldError, Problem } from '../../../domain/schemas/problem.js';
import { actIdOf } from '../../../platform/digest.js';
import { receiptNoFrom } from '../../acting/receipt-number.js';
import { takeObjection } from '../../acting/take-objection.js';
import type { Deps } from '../../deps.js';
import { fieldErrors } from '../../field-errors.js';
import { refuseWhileRestoring } from '../../http/restoring.js';
import { unstorable } from '../../http/unstorable.js';
import { bodyDigest, once } from '../../idempotency.js';
import { problemOf, Refused } from '../../problem.js';
import { notice as noticeOf } from '../../queries/notices.js';
import { objectionView } from '../../queries/objection-view.js';
import { refuseCrossSite } from '../../security/cross-site.js';
import { nameIn, sendPage } from '../send-page.js';
import { objectionForm, SWITCH_ID, type Typed } from './objection-form.js';
import { askForReceipt, receipt } from './receipt.js';
import { setLanguage } from '../language.js';

const FORM_LIMIT = '256kb';
const KEY = /^[\w-]{8,128}$/;
const NOTHING: Typed = { position: '', words: '', name: '', phone: '' };
const TITLE = ['提出异议', 'Object to a notice'] as const;

/** Objections by a plain form: received, acknowledged with a number, and asked after by it. */
export function mountObjections(app: Express, deps: Deps): void {
  const { db, keyring, limits, settings } = deps;
  const { demonstration } = settings;
  const taken = [
    refuseCrossSite(settings.publicUrl),
    refuseWhileRestoring(db),
    express.urlencoded({ extended: false, limit: FORM_LIMIT }),
  ];

  app.get('/notices/:no/objection', async (request, response) => {
    await showForm(response, nameIn(request.params.no), { typed: NOTHING, key: randomUUID() });
  });

  app.post('/notices/:no/objection', taken, async (request: Request<{ no: string }>, response: Response) => {
    const no = nameIn(request.params.no);
    const typed = typedIn(request.body, NOTHING);
    const { key = '', language } = textsOf(request.body);
    const kept = KEY.test(key) ? key : randomUUID();
    if (setLanguage(request, response, language)) return await showForm(response, no, { typed, key: kept });
    const checked = ObjectionBody.safeParse(bodyOf(typed), { reportInput: true });
    const errors = [...unstorable(typed), ...(checked.success ? [] : fieldErrors(checked.error))];
    if (!checked.success || errors.length > 0) return await showForm(response, no, { typed, key: kept, errors });
    const answer = await answerTo(no, kept, checked.data, request.ip ?? '');
    if ('receiptNo' in answer) response.redirect(303, `/notices/objections/${answer.receiptNo}`);
    else await showForm(response, no, { typed, key: isPassing(answer) ? kept : randomUUID(), problem: answer });
  });

  app.get('/notices/objections', (_request, response) => showAsking(response, { typed: '' }));

  app.post('/notices/objections', taken, async (request: Request, response: Response) => {
    const { receiptNo: typed = '' } = textsOf(request.body);
    const receiptNo = receiptNoFrom(typed);
    await limits.take('receiptAddress', request.ip ?? '');
    const there = /^[\w-]+$/.test(receiptNo) && (await db.objection.count({ where: { receiptNo } })) > 0;
    if (there) response.redirect(303, `/notices/objections/${receiptNo}`);
    else showAsking(response.status(404), { typed, error: UNKNOWN });
  });

  app.get('/notices/objections/:receiptNo', async (request, response) => {
    await limits.take('receiptAddress', request.ip ?? '');
    const view = await objectionView(db, keyring, receiptNoFrom(nameIn(request.params.receiptNo)));
    const title = ['异议回执', 'Receipt of an objection'] as const;
    sendPage(response, { title, demonstration, body: receipt(view) });
  });

  interface Shown {
    readonly typed: Typed;
    readonly key: string;
    readonly errors?: readonly FieldError[];
    readonly problem?: Problem;
  }

  async function showForm(response: Response, no: string, { typed, key, errors = [], problem }: Shown): Promise<void> {
    const notice = await noticeOf(db, no);
    if (!notice.open && problem === undefined) throw new Refused('NOTICE_CLOSED');
    if (problem) response.status(problem.status);
    else if (errors.length > 0) response.status(400);
    const body = objectionForm({ notice, typed, key, problem, errors: [...errors, ...(problem?.errors ?? [])] });
    sendPage(response, { title: TITLE, demonstration, body }, `#${SWITCH_ID}`);
  }

  const showAsking = (response: Response, asked: Parameters<typeof askForReceipt>[0]): void =>
    sendPage(response, {
      title: ['查异议结果', 'The result of an objection'],
      demonstration,
      body: askForReceipt(asked),
    });

  /** Once for its key, however often the form is sent. */
  async function answerTo(
    no: string,
    key: string,
    body: ObjectionBody,
    ip: string,
  ): Promise<{ receiptNo: string } | Problem> {
    const act = { actor: 'public', route: `POST /notices/${no}/objection`, key };
    const actId = actIdOf(act.actor, act.route, act.key);
    try {
      const first = await once(db, act, bodyDigest(keyring, body), async () => ({
        status: 201,
        body: await takeObjection(deps, { noticeNo: no, body, actId, ip }),
      }));
      return first.body as { receiptNo: string } | Problem;
    } catch (error) {
      if (error instanceof Refused) return problemOf(error);
      throw error;
    }
  }
}

const UNKNOWN: FieldError = {
  field: 'receiptNo',
  zh: '没有这个编号的回执，请核对后再查',
  en: 'There is no receipt of this number; check it and ask again',
};

/** It may be sent again as it is. */
const isPassing = ({ status }: Problem): boolean =>
  status >= ERRORS.INTERNAL.status || status === ERRORS.TOO_MANY_REQUESTS.status;

/** The fields of a form; one that comes twice is none of ours. */
function textsOf(body: unknown): Partial<Record<string, string>> {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'));
}

/** As it was typed; browsers send ends of lines as two characters. */
function typedIn(body: unknown, nothing: Typed): Typed {
  const { position, words, name, phone } = { ...nothing, ...textsOf(body) };
  return { position, words: words.replaceAll('\r\n', '\n'), name, phone };
}

/** What is left empty is not said; a position that is no number is told so by the schema. */
const bodyOf = ({ position, words, name, phone }: Typed) => ({
  words,
  ...(position.trim() !== '' && { position: Number(position.normalize('NFKC')) }),
  ...(name.trim() !== '' && { name }),
  ...(phone.trim() !== '' && { phone }),
});
