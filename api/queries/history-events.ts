import type { HistoryEventView, HistoryQuery } from '../../domain/schemas/audit.js';
import { readHistoryText } from '../../proof/sealed-history.js';
import type { Deps } from '../deps.js';
import { evidenceFor } from '../evidence/reading.js';
import { found } from '../problem.js';
import { type Page, pageOf, positionOf } from './page.js';

/** The events of a strand of a case, all its runs, in order. @throws Refused NOT_FOUND, UNAVAILABLE */
export async function historyPage(
  deps: Deps,
  caseNo: string,
  { cursor, limit, strand, opened }: HistoryQuery,
): Promise<Page<HistoryEventView>> {
  const { workflows } = await evidenceFor(deps, caseNo);
  const own = found(workflows.find((workflow) => workflow.strand === strand));
  const { runs } = readHistoryText(found(opened ? own.opened : own.text));
  const from = Number(positionOf(cursor)?.id ?? -1) + 1;
  const events = runs.flatMap(({ runId, events: texts }) => texts.map((text) => ({ runId, text })));
  const rows = events.slice(from, from + limit + 1).map((event, index) => ({ ...event, place: from + index }));
  return pageOf(
    rows,
    limit,
    ({ place }) => ({ at: null, id: String(place) }),
    ({ runId, text }) => {
      const event = JSON.parse(text) as { eventId: string; eventType: string };
      return { runId, eventId: event.eventId, eventType: event.eventType, event: { ...event } };
    },
  );
}
