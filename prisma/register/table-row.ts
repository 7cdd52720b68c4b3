/** A row of a table and the line on which it stands in the file, from 1. */
export interface TableRow {
  line: number;
  cells: string[];
}
