/** One `::error file=…::message` and the like, decoded. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** `file`, `file:line` or `file:line:column`, relative to the workspace; undefined without a place. */
  readonly place: string | undefined;
}

/** The annotations of a step's log, in its order. */
export function readAnnotations(log: string): readonly Annotation[] {
  return [...log.matchAll(/^::(error|warning|notice)(?: ([^:]*))?::(.*)$/gm)].map(
    ([, level, properties = '', message = '']) => {
      const property = Object.fromEntries(
        properties.split(',').map((each) => {
          const [name = '', ...value] = each.split('=');
          return [name, decode(value.join('='))];
        }),
      );
      const place = [property['file'], property['line'], property['col']].filter(Boolean).join(':');
      return {
        level: level as Annotation['level'],
        title: property['title'] ?? '',
        message: decode(message),
        place: place || undefined,
      };
    },
  );
}

/** What the runner is told to mask, in the order of the log. */
export function readMasks(log: string): readonly string[] {
  return [...log.matchAll(/^::add-mask::(.*)$/gm)].map(([, mask = '']) => decode(mask));
}

/** The log as people may see it: without the lines by which the runner learns what to mask. */
export function withoutMasks(log: string): string {
  return log.replaceAll(/^::add-mask::.*\n?/gm, '');
}

/** The content of a GITHUB_OUTPUT file: `name<<delimiter`, the value, the delimiter. */
export function readOutputs(content: string): Readonly<Record<string, string>> {
  const entries = content.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]));
}

function decode(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
