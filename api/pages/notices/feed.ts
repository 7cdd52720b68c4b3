import { yuanText } from '../../../domain/rules/fen.js';
import type { NoticeView } from '../../../domain/schemas/notice-view.js';
import type { Tx } from '../../../prisma/client.js';
import { newestNotices } from '../../queries/notices.js';
import type { FeedItem } from '../feeds.js';

/** Of each kind. */
const SHOWN = 30;

/** What was put on notice in an area, and what was announced there: each an entry of its own, the newest first. */
export async function noticeNews(tx: Tx, area: string, url: string): Promise<FeedItem[]> {
  const published = await newestNotices(tx, { area }, 'publishedAt', SHOWN);
  const announced = await newestNotices(tx, { area, state: 'announced' }, 'closedAt', SHOWN);
  const items = [
    ...published.map((view) => itemOf(url, view, '公示', view.publishedAt)),
    ...announced.flatMap((view) =>
      view.closedAt === null ? [] : [{ ...itemOf(url, view, '公告', view.closedAt), part: 'announced' }],
    ),
  ];
  return items.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function itemOf(url: string, { no, body }: NoticeView, kind: string, at: string): FeedItem {
  const { programme, township, village, applicant, amountFen, instead, quantity, unit, quantityText } = body;
  const grant = instead ? instead.zh : `${yuanText(amountFen)}元`;
  return {
    ...{ url: `${url}/notices/${no}`, at, title: `${kind}：${township}${village}，${programme.zh}` },
    text: `${applicant}，${township}${village}，${programme.zh}，${quantityText?.zh ?? `${quantity}${unit.zh}`}，${grant}。编号 ${no}`,
  };
}
