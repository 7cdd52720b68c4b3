import { type Html, html } from '../html.js';

interface FigureTable {
  readonly caption: Html;
  readonly heads: readonly Html[];
  /** How many of the last columns are numbers. */
  readonly numbers: number;
  readonly rows: readonly (readonly Html[])[];
  /** What is said where there is no row, and what to do then. */
  readonly none: Html;
}

/** A table of figures; on a phone each row is a card, whose cells say what they are. */
export function figureTable({ caption, heads, numbers, rows, none }: FigureTable): Html {
  if (rows.length === 0) return html`<p class="none">${none}</p>`;
  const kind = (column: number) => (column >= heads.length - numbers ? 'number' : '');
  return html`<table class="figures">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map((head, column) => html`<th scope="col" class="${kind(column)}">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...cells]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${cells.map(
              (cell, index) => html`<td class="${kind(index + 1)}" data-name="${heads[index + 1]}">${cell}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
