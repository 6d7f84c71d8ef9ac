import { XMLBuilder } from 'fast-xml-parser';

/** What XML is built from: a list becomes repeated elements, undefined is left out, `@_name` is an attribute. */
export type XmlNode = string | number | boolean | undefined | readonly XmlNode[] | XmlObject;
export interface XmlObject {
  readonly [name: string]: XmlNode;
}

const builder = new XMLBuilder({ ignoreAttributes: false, processEntities: false, suppressEmptyNode: false });

/** Characters that must not stand in XML text as they are; control characters go out as S3 sends them. */
const special = /[&<>"'\u0000-\u001f]/g;
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(
    special,
    (character) => names[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

function escaped(node: XmlNode): unknown {
  if (typeof node === 'string') return escape(node);
  if (Array.isArray(node)) return node.map((one: XmlNode) => escaped(one));
  if (typeof node !== 'object') return node;
  const present = Object.entries(node).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, escaped(value)]));
}

/** An XML document. */
export function xml(root: XmlObject): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(escaped(root))}`;
}
