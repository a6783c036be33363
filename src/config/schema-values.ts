import { isIP } from 'node:net';
import { z } from 'zod';
import { printable } from '../errors/printable.ts';
import { parseAddressPin } from './address-pin.ts';
import { parseDomain } from './domain.ts';
import { parseDuration } from './duration.ts';

/** What an issue of ours carries beside its message: what to do about it. */
export interface Remedy {
  readonly help: string;
}

export const DURATION_HELP = 'Write a number and a unit, such as 250ms, 30s, 15m or 1h; at most 24h.';

interface Refusal extends Remedy {
  readonly problem: string;
}

type Parsed<Value> = { readonly value: Value } | Refusal;

/** A string that `parse` reads; its refusal becomes the issue, remedy included. */
function parsedString<Value>(parse: (text: string) => Parsed<Value>) {
  return z.string().transform((text, context) => {
    const result = parse(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.problem, params: { help: result.help } });
    return z.NEVER;
  });
}

function textMatching(pattern: RegExp, refusal: Refusal) {
  return parsedString((text) =>
    pattern.test(text) ? { value: text } : { ...refusal, problem: `${quote(text)} ${refusal.problem}` },
  ).meta({
    pattern: pattern.source,
  });
}

export const domain = parsedString((text) => {
  const result = parseDomain(text);
  return result.ok ? { value: result.domain } : result;
});

export const region = textMatching(/^[a-z]{2}(?:-[a-z0-9]+)+$/, {
  problem: 'is not a region id',
  help: 'Write the id as the console shows it, such as cn-hangzhou or ap-southeast-1.',
});

/** An id of a cloud resource, fit to be an argument of a command: it never starts with a hyphen. */
export const resourceId = textMatching(/^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,255}$/, {
  problem: 'is not a resource id',
  help: 'Copy the id from the console: letters, digits and . _ : @ / - inside, no white space.',
});

export const environmentName = parsedString<string>((text) => {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return { value: text };
  if (text.includes('$')) {
    return {
      problem: 'is an expression, expected the bare name of an environment variable',
      help: 'Write the name alone, such as REC_EXAMPLE_COM_KEY, and set the variable in the environment of the command.',
    };
  }
  // The value is not repeated: it may be the secret itself.
  return {
    problem: 'is not the name of an environment variable',
    help: 'Write a name of letters, digits and underscores. If the value is a secret, remove it from the file and replace the secret.',
  };
}).meta({ pattern: '^[A-Za-z_][A-Za-z0-9_]*$' });

export const filePath = parsedString<string>((text) => {
  if (text.trim() === '' || text.includes('\0')) {
    return {
      problem: `${quote(text)} is not a path`,
      help: 'Write the path of a file, relative to the configuration file.',
    };
  }
  if (text.startsWith('~')) {
    return {
      problem: `${quote(text)} starts with ~, which only a shell expands`,
      help: 'Write the whole path, or one relative to the configuration file.',
    };
  }
  return { value: text };
}).meta({ minLength: 1 });

export const workbookPath = filePath.refine((path) => path.endsWith('.xlsx'), {
  message: 'does not end in .xlsx',
  params: { help: 'Name an Excel workbook (.xlsx), such as certificate_info.xlsx.' } satisfies Remedy,
});

export const bindCommandName = parsedString<string>((text) => {
  if (!/^-|\s|^$/.test(text)) return { value: text };
  return {
    problem: `${quote(text)} is not a command alone`,
    help: 'No shell is involved: write a command with arguments as a list, such as [airec-cli, --profile, prod].',
  };
}).meta({ pattern: String.raw`^[^\s-]\S*$` });

export const duration = parsedString<number>((text) => {
  const value = parseDuration(text);
  if (value !== undefined) return { value };
  return {
    problem: `${quote(text)} is not a duration`,
    help: DURATION_HELP,
  };
}).meta({ pattern: String.raw`^\d{1,9}(ms|s|m|h)$` });

export const addressPin = parsedString((text) => {
  const value = parseAddressPin(text);
  if (value !== undefined) return { value };
  return {
    problem: `${quote(text)} is not an IP address with an optional port`,
    help: 'Write "203.0.113.7", "203.0.113.7:8443", "2001:db8::1" or "[2001:db8::1]:8443".',
  };
});

/** Written as a number or as text. */
export const contactId = z
  .union([z.int().positive().transform(String), z.string().regex(/^\d{1,20}$/)])
  .meta({ description: 'The number that the console shows.' });

export const vantage = textMatching(/^[A-Za-z0-9][\w./-]{0,59}$/, {
  problem: 'is not a name for where the monitor runs',
  help: 'Write up to 60 letters, digits and . _ / -, such as office-hangzhou.',
});

export const slackUser = textMatching(/^[UW][A-Z0-9]{2,20}$/, {
  problem: 'is not the id of a Slack user',
  help: 'Copy the member id (U…) from the profile in Slack; a name does not do.',
});

export const slackChannel = textMatching(/^[CGD][A-Z0-9]{2,20}$/, {
  problem: 'is not the id of a Slack channel',
  help: 'Copy the id (C…) from the details of the channel in Slack; a name does not do.',
});

/** The value is what Slack reads in a message. */
export const slackMention = parsedString<string>((text) => {
  if (text === 'here' || text === 'channel') return { value: `<!${text}>` };
  if (/^[UW][A-Z0-9]{2,20}$/.test(text)) return { value: `<@${text}>` };
  if (/^S[A-Z0-9]{2,20}$/.test(text)) return { value: `<!subteam^${text}>` };
  return {
    problem: `${quote(text)} is nobody that Slack can call`,
    help: 'Write the id of a user (U…) or of a user group (S…), here, or channel.',
  };
}).meta({ pattern: '^(here|channel|[UWS][A-Z0-9]{2,20})$' });

export const requestPath = textMatching(/^\/[\u0021\u0022\u0024-\u007E]*$/, {
  problem: 'is not a request path',
  help: 'Start it with / and percent-encode everything beyond visible ASCII, # included.',
}).meta({ pattern: String.raw`^/[!"$-~]*$` });

/** The origin of an https URL; http only on the loopback interface. */
export const serviceEndpoint = parsedString<string>((text) => {
  const help = 'Write an origin such as https://cas.aliyuncs.com.';
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    return { problem: `${quote(text)} is not an https URL`, help };
  const url = new URL(text);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      problem: `${quote(text)} is a plain http URL`,
      help: 'Use https: private keys travel over this connection.',
    };
  }
  if (
    url.username !== '' ||
    url.password !== '' ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    return { problem: 'holds more than an origin', help };
  }
  return { value: url.origin };
});

function quote(text: string): string {
  return `"${printable(text, 80)}"`;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
}
