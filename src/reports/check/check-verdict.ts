import type { CheckedEndpoint } from './check-report.ts';
import { displayWidth } from '../display-width.ts';
import { countOf } from '../format.ts';
import type { Colour, Paint } from '../paint.ts';

type CheckVerdict = CheckedEndpoint['verdict'];

/** In the order of a summary. */
const VERDICTS = {
  healthy: { sign: '✓', colour: 'green', meaning: 'every client accepts it, and nothing needs to be tidied' },
  degraded: { sign: '!', colour: 'yellow', meaning: 'clients accept it; something should be tidied' },
  repairable: {
    sign: '✗',
    colour: 'red',
    meaning: 'clients refuse it; another bundle for the same leaf mends that',
  },
  broken: {
    sign: '✗',
    colour: 'red',
    meaning: 'clients refuse it, and no bundle that could be found for this leaf helps',
  },
  unreachable: { sign: '✗', colour: 'red', meaning: 'no address answers' },
  unknown: { sign: '?', colour: 'yellow', meaning: 'it could not be determined from here' },
} as const satisfies Record<CheckVerdict, { sign: string; colour: Colour; meaning: string }>;

/** What the verdict on files means, where it is not what it means for an endpoint: nobody is served them yet. */
const MEANINGS_OF_FILES: Partial<Record<CheckVerdict, string>> = {
  repairable: 'it must not be deployed as it is; another bundle for the same leaf may',
  broken: 'it must not be deployed, and no bundle that could be found for this leaf helps',
};

/** What was checked, as people write it: `rec.example.com:443`, or the name of a file. */
export function subjectOf({ domain, port, addresses }: CheckedEndpoint): string {
  if (port === null)
    return `${addresses[0]?.address ?? 'the file'}${domain === null ? '' : ` for ${domain}`}`;
  const host = domain ?? '';
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** `✗ repairable  rec.example.com:443: clients refuse it; …`, in two lines where one is too narrow. */
export function verdictLineOf(endpoint: CheckedEndpoint, paint: Paint, width: number): string {
  const { sign, colour, meaning: usual } = VERDICTS[endpoint.verdict];
  const meaning = (endpoint.port === null && MEANINGS_OF_FILES[endpoint.verdict]) || usual;
  const subject = subjectOf(endpoint);
  const length = displayWidth(`${sign} ${endpoint.verdict}  ${subject}: ${meaning}`);
  const head = `${paint(colour, `${sign} ${endpoint.verdict}`)}  ${paint('bold', subject)}:`;
  return `${head}${length > width ? '\n  ' : ' '}${meaning}`;
}

/** One line for an endpoint about which there is nothing to say. */
export function renderHealthy(endpoint: CheckedEndpoint, paint: Paint): string {
  const { sign, colour } = VERDICTS.healthy;
  const ends = endpoint.addresses.flatMap(({ receivedChain: [leaf = ''] }) => {
    const notAfter = endpoint.certificates[leaf]?.notAfter;
    return notAfter === undefined ? [] : [notAfter.slice(0, 10)];
  });
  const [first] = ends.toSorted();
  const facts = [countOf(endpoint.addresses.length, 'address', 'addresses'), first && `valid until ${first}`];
  const told = facts.filter((fact) => fact !== undefined).join(', ');
  return `${paint(colour, `${sign} healthy`)}  ${subjectOf(endpoint)}  ${paint('dim', told)}`;
}

/** `3 healthy, 1 repairable`. */
export function renderSummary(endpoints: readonly Pick<CheckedEndpoint, 'verdict'>[], paint: Paint): string {
  const verdicts = Object.keys(VERDICTS) as CheckVerdict[];
  return verdicts
    .flatMap((verdict) => {
      const count = endpoints.filter((each) => each.verdict === verdict).length;
      return count === 0 ? [] : [paint(VERDICTS[verdict].colour, `${count} ${verdict}`)];
    })
    .join(', ');
}
