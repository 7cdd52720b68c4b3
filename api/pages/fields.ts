import { z } from 'zod';
import { type Html, html, say } from './html.js';

/** As much of a JSON schema as the page shows. */
interface Shape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
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

/** What is sent and answered, field by field. Parts that have a name are shown once, and linked to. */
export class Fields {
  readonly #named = new Map<string, Html>();

  of(schema: z.ZodType, side: Side): Html {
    const shape = z.toJSONSchema(schema, { io: side, unrepresentable: 'any' }) as Shape;
    for (const [name, part] of Object.entries(shape.$defs ?? {})) this.#keep(name, part);
    const name = z.globalRegistry.get(schema)?.id;
    if (name === undefined) return table(shape);
    this.#keep(name, shape);
    return html`<p>${link(name)}</p>`;
  }

  /** Every named part that was met so far, by its name. */
  named(): [string, Html][] {
    return [...this.#named].toSorted(([one], [other]) => one.localeCompare(other));
  }

  #keep(name: string, shape: Shape): void {
    if (!this.#named.has(name)) this.#named.set(name, table(shape));
  }
}

const link = (name: string): Html => html`<a href="#data-${name}"><code>${name}</code></a>`;

function table(shape: Shape): Html {
  const variants = shape.oneOf ?? shape.anyOf;
  if (variants) return html`${variants.map(table)}`;
  if (!shape.properties) return html`<p>${typeOf(shape)}</p>`;
  const rows = Object.entries(shape.properties);
  if (rows.length === 0) return html`<p>${say('空对象', 'An empty object')}</p>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${say('字段', 'Fields')}">
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
    <td>${typeOf(part)}${part.description === undefined ? undefined : html`<br />${part.description}`}</td>
    <td>${required ? say('是', 'yes') : say('否', 'no')}</td>
  </tr>`;

function typeOf(shape: Shape): Html {
  const { $ref, items, properties } = shape;
  if ($ref !== undefined) return link($ref.split('/').at(-1) ?? '');
  if (shape.const !== undefined) return html`${JSON.stringify(shape.const)}`;
  if (shape.enum) return html`${shape.enum.map((value) => JSON.stringify(value)).join(' | ')}`;
  const variants = shape.anyOf ?? shape.oneOf;
  if (variants) return separated(variants.map(typeOf), ' | ');
  if (items) return html`${typeOf(items)}[]`;
  if (properties) {
    const parts = Object.entries(properties).map(([name, part]) => html`${name}: ${typeOf(part)}`);
    return html`{ ${separated(parts, '; ')} }`;
  }
  const words = [shape.type ?? 'any', shape.format ? `(${shape.format})` : shape.pattern, limits(shape)];
  return html`${words.filter(Boolean).join(' ')}`;
}

const separated = (parts: readonly Html[], separator: string): Html =>
  html`${parts.map((part, index) => html`${index > 0 ? separator : ''}${part}`)}`;

function limits({ type, minimum, maximum, minLength, maxLength }: Shape): string {
  const least = limit(type === 'string' ? minLength : minimum);
  const most = limit(type === 'string' ? maxLength : maximum);
  return least === '' && most === '' ? '' : `${least}…${most}`;
}

/** The library gives every whole number the limits of exactness, which say nothing. */
const limit = (value: number | undefined): string =>
  value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? '' : String(value);
