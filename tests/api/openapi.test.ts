import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../../api/openapi.js';
import { ERRORS } from '../../domain/errors.js';
import { ROUTES } from '../../domain/routes.js';
import type { Route } from '../../domain/routes/route.js';

const rows: [string, Route][] = Object.entries(ROUTES);
const text = JSON.stringify(openApiDocument('https://zhibao.example', '__Host-zhibao-3000'));
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const document = JSON.parse(text);

describe('the OpenAPI document', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
  });

  test.each(rows)('has %s with its parameters, body, answers and errors', (id, row) => {
    const operation = document.paths[row.path]?.[row.method];
    expect(operation?.operationId).toBe(id);
    const parameters = (operation.parameters ?? []) as { name: string; in: string; required?: boolean }[];
    const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
    expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(row.idempotent === true);
    expect(operation.requestBody !== undefined).toBe(row.body !== undefined);
    for (const status of Object.keys(row.answers)) expect(operation.responses[status]).toBeDefined();
    for (const code of row.errors ?? []) {
      expect(operation.responses[ERRORS[code].status].description).toContain(code);
    }
  });

  test('has no other routes, and points nowhere that is not there', () => {
    const operations = Object.values(document.paths as Record<string, object>).flatMap((path) => Object.keys(path));
    expect(operations).toHaveLength(rows.length);
    const targets = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect(targets.length).toBeGreaterThan(50);
    for (const name of new Set(targets)) expect(document.components.schemas[name]).toBeDefined();
  });
});
