import type { ReactNode } from 'react';
import type { Answered, Asked } from '../../common/calls/types.js';
import { type Column, Listing } from './listing.js';
import { Paged } from './paged.js';
import { type PagedId, usePages } from '../../common/calls/pages.js';
import type { Room } from './rooms.js';
import { useTitle } from './use-title.js';
import { useTexts } from '../texts/use-texts.js';

type Row<Id extends PagedId> = Answered<Id> extends { items: (infer R)[] } ? R : never;

interface Shown<Id extends PagedId> {
  readonly room: Room;
  readonly id: Id;
  readonly asked?: Asked<Id>;
  readonly columns: readonly Column<Row<Id>>[];
  readonly keyOf: (row: Row<Id>) => string;
  readonly empty: string;
  /** What can be done besides. */
  readonly children?: ReactNode;
}

/** A room that is a list of the API, page by page. */
export function ListPage<Id extends PagedId>({ room, id, asked, columns, keyOf, empty, children }: Shown<Id>) {
  const { t } = useTexts();
  const pages = usePages(id, asked ?? ({} as Asked<Id>));
  const title = t(`rooms.${room}`);
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      {children}
      <Paged pages={pages as never} empty={empty}>
        {(rows) => <Listing caption={title} columns={columns} rows={rows as Row<Id>[]} keyOf={keyOf} />}
      </Paged>
    </>
  );
}
