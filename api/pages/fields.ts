import { z } from 'zod';
import { type Html, html, say } from './html.js';

/** As much of a JSON schema as the page shows. */
interface Shape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly description?: string;
}

type Side = 'input' | 'output';

const shapeOf = (schema: z.ZodType, io: Side): Shape => z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Shape;

/** The fields of what is sent or answered, and of the named parts it refers to. */
export function fields(schema: z.ZodType, side: Side): Html {
  const shape = shapeOf(schema, side);
  const named = Object.entries(shape.$defs ?? {}).filter(([, part]) => part !== shape);
  const own = shape.$ref === undefined ? table(shape) : undefined;
  return html`${own}${named.map(
    ([name, part]) =>
      html`<h5><code>${name}</code></h5>
        ${table(part)}`,
  )}`;
}

function table(shape: Shape): Html {
  const variants = shape.oneOf ?? shape.anyOf;
  if (variants) return html`${variants.map((variant) => table(variant))}`;
  if (!shape.properties) return html`<p>${typeOf(shape)}</p>`;
  const rows = Object.entries(shape.properties);
  if (rows.length === 0) return html`<p>${say('空对象', 'An empty object')}</p>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="字段 Fields">
    <table>
      <thead>
        <tr>
          <th scope="col">${say('字段', 'Field')}</th>
          <th scope="col">${say('类型', 'Type')}</th>
          <th scope="col">${say('必填', 'Required')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(([name, part]) => row(name, part, shape.required?.includes(name) ?? false))}
      </tbody>
    </table>
  </div>`;
}

const row = (name: string, part: Shape, required: boolean): Html =>
  html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${typeOf(part)}${part.description === undefined ? '' : `; ${part.description}`}</td>
    <td>${required ? '是 yes' : '否 no'}</td>
  </tr>`;

function typeOf(shape: Shape): string {
  const { $ref, anyOf, oneOf, items, properties } = shape;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? '';
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  const variants = anyOf ?? oneOf;
  if (variants) return variants.map(typeOf).join(' | ');
  if (items) return `${typeOf(items)}[]`;
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, part]) => `${name}: ${typeOf(part)}`)
      .join('; ')} }`;
  return [shape.type ?? 'any', shape.format && `(${shape.format})`, limits(shape)].filter(Boolean).join(' ');
}

function limits({ type, minimum, maximum, minLength, maxLength }: Shape): string {
  const least = type === 'string' ? minLength : minimum;
  const most = type === 'string' ? maxLength : maximum;
  const isReal = (limit: number | undefined): limit is number =>
    limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  if (!isReal(least) && !isReal(most)) return '';
  return `${isReal(least) ? least : ''}…${isReal(most) ? most : ''}`;
}
