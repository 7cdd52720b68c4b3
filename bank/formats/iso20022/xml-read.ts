import { SaxesParser } from 'saxes';
import { ReportUnreadable } from '../../bank.js';

/** An element of a document that was read, its name without prefix. */
export interface XmlElement {
  readonly name: string;
  /** Namespace. */
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, as it stands. */
  readonly text: string;
}

/** While it is being read. */
interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

const malformed = () => new ReportUnreadable('MALFORMED');

/**
 * The root of an XML document in UTF-8. Whatever is not well-formed is refused, and so is every DTD: no entity but the
 * five of XML itself, nothing from elsewhere.
 *
 * @throws ReportUnreadable MALFORMED
 */
export function readXml(bytes: Uint8Array): XmlElement {
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed();
  }
}

function parse(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const document: Growing = { name: '', uri: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const innermost = () => open[open.length - 1] ?? document;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw malformed();
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw malformed();
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const plain = Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value]));
    const element: Growing = { name: local, uri, attributes: plain, children: [], text: '' };
    innermost().children.push(element);
    open.push(element);
  });
  const onText = (piece: string) => void (innermost().text += piece);
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const [root] = document.children;
  if (!root) throw malformed();
  return root;
}
