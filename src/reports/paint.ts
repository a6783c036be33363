import { styleText } from 'node:util';

export type Colour = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';
/** Text in a colour, or as it is. */
export type Paint = (colour: Colour, text: string) => string;

/** Colours for a terminal; none when `enabled` is false. */
export function createPaint(enabled: boolean): Paint {
  // Whether anybody sees colours is known already, and not of standard output alone.
  const terms = { validateStream: false };
  return enabled ? (colour, text) => styleText(colour, text, terms) : (_colour, text) => text;
}

/**
 * Whether to colour: on a terminal only, unless NO_COLOR is set (https://no-color.org) or the user said
 * `--no-color`.
 */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
  refused: boolean,
): boolean {
  return stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb' && !refused;
}
