import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';

const TEXT = `<optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional><text/>`;
const MOMENT = `<data type="dateTime"/>`;
const LINK = `<element name="link"><attribute name="href"><data type="anyURI"/></attribute><optional><attribute name="rel"><choice><value>self</value><value>alternate</value></choice></attribute></optional></element>`;

/** What RFC 4287 asks of a feed, of the elements that ours have (its appendix B). */
const SCHEMA = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="feed"><optional><attribute name="xml:lang"/></optional><interleave>
  <element name="id"><data type="anyURI"><param name="minLength">1</param></data></element>
  <element name="title">${TEXT}</element>
  <element name="updated">${MOMENT}</element>
  <oneOrMore><element name="author"><element name="name"><text/></element></element></oneOrMore>
  <zeroOrMore>${LINK}</zeroOrMore>
  <zeroOrMore><element name="entry"><interleave>
    <element name="id"><data type="anyURI"><param name="minLength">1</param></data></element>
    <element name="title">${TEXT}</element>
    <element name="updated">${MOMENT}</element>
    <zeroOrMore>${LINK}</zeroOrMore>
    <optional><element name="content">${TEXT}</element></optional>
  </interleave></element></zeroOrMore>
</interleave></element></start></grammar>`;

/** The text of a feed is Atom. @throws Error that says what is wrong with it */
export function expectAtom(text: string): void {
  const [schema, feed] = [XmlDocument.fromString(SCHEMA), XmlDocument.fromString(text)];
  const validator = RelaxNGValidator.fromDoc(schema);
  try {
    validator.validate(feed);
  } finally {
    for (const each of [validator, feed, schema]) each.dispose();
  }
}
