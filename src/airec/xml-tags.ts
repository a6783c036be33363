/** A start tag: its name, prefix included, and its attributes as they are written. */
export interface StartTag {
  readonly name: string;
  readonly attributes: string;
  /** Where the text after the tag begins. */
  readonly end: number;
}

const NAME_END = /[\s/>]/;
/** The last choice takes a word without a value as a whole: trying each of its ends takes a time that is quadratic. */
const ATTRIBUTE = /([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')|[^\s="']+/g;

/**
 * The start tags of an XML text in order, in one pass without building a tree. Comments, CDATA sections,
 * processing instructions and end tags are passed over. Malformed text yields what looks like tags.
 */
export function* startTags(xml: string): Generator<StartTag> {
  let position = xml.indexOf('<');
  while (position !== -1) {
    const end = endOfMarkup(xml, position);
    if (!/[!?/]/.test(xml.charAt(position + 1))) {
      const inside = xml.slice(position + 1, end - 1);
      const nameLength = inside.search(NAME_END);
      const name = nameLength === -1 ? inside : inside.slice(0, nameLength);
      yield { name, attributes: inside.slice(name.length), end };
    }
    position = xml.indexOf('<', end);
  }
}

/** The value of an attribute as it is written, entities unresolved; undefined when the tag has none. */
export function attributeOf(tag: StartTag, name: string): string | undefined {
  // One after the other, so that text inside another attribute's value is not taken for an attribute.
  for (const [, key, double, single] of tag.attributes.matchAll(ATTRIBUTE)) {
    if (key === name) return double ?? single;
  }
  return undefined;
}

function endOfMarkup(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return after(xml, ']]>', start + 9);
  if (xml.startsWith('<?', start)) return after(xml, '?>', start + 2);
  let quote = '';
  for (let position = start + 1; position < xml.length; position += 1) {
    const character = xml.charAt(position);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return position + 1;
    }
  }
  return xml.length;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}
