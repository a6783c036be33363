/** Parameters of Punycode (RFC 3492 §5). */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 0x80;
const MAX_CODE_POINT = 0x10ffff;

/**
 * Whether `text`, what follows `xn--` in a label, decodes to something that needs encoding (RFC 3492 §6.2): code
 * points beyond ASCII, and no surrogates. That IDNA allows them is not looked at.
 */
export function isPunycode(text: string): boolean {
  const delimiter = text.lastIndexOf('-');
  const digits = text.slice(delimiter + 1).toLowerCase();
  let length = Math.max(delimiter, 0);
  let [codePoint, index, bias, position] = [INITIAL_N, 0, INITIAL_BIAS, 0];
  let first = true;
  if (digits === '') return false;
  while (position < digits.length) {
    const delta = readDelta(digits.slice(position), bias);
    if (!delta) return false;
    position += delta.octets;
    length += 1;
    bias = adapt(delta.value, length, first);
    first = false;
    index += delta.value;
    codePoint += Math.floor(index / length);
    index = (index % length) + 1;
    if (codePoint > MAX_CODE_POINT || (codePoint >= 0xd800 && codePoint < 0xe000)) return false;
  }
  return true;
}

/** A generalized variable-length integer and how many digits it takes (RFC 3492 §3.3). */
function readDelta(digits: string, bias: number): { value: number; octets: number } | undefined {
  let value = 0;
  let weight = 1;
  for (let position = 0; position < digits.length; position += 1) {
    const digit = digitAt(digits, position);
    if (digit < 0 || digit >= BASE) return undefined;
    value += digit * weight;
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
    const threshold = Math.min(Math.max(BASE * (position + 1) - bias, T_MIN), T_MAX);
    if (digit < threshold) return { value, octets: position + 1 };
    weight *= BASE - threshold;
  }
  return undefined;
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35; anything else is out of range (RFC 3492 §5). */
function digitAt(text: string, position: number): number {
  const code = text.charCodeAt(position);
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : code - 0x61;
}

/** RFC 3492 §6.1. */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / points);
  let bias = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    bias += BASE;
  }
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
