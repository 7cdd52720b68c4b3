/** Rows for PostgreSQL's `jsonb_to_recordset`: as many as one likes in one statement. Integers keep all their digits. */
export const rowSet = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
