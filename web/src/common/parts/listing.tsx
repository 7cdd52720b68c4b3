import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly name: string;
  readonly show: (row: Row) => ReactNode;
  /** Numbers stand under each other. */
  readonly number?: true;
}

interface Shown<Row> {
  /** What it lists, for whoever can't see the heading above it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table at a desk; on a phone each row is a card with the names of its columns. */
export function Listing<Row>({ caption, columns, rows, keyOf }: Shown<Row>) {
  return (
    <table className="listing">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, number }) => (
            <th key={name} scope="col" className={number && 'number'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, show, number }) => (
              <td key={name} data-name={name} className={number && 'number'}>
                {whole(show(row))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One element: on a narrow page all of it stands beside its name. */
const whole = (content: ReactNode): ReactNode =>
  content === undefined || content === null || content === '' || content === false ? null : <div>{content}</div>;
