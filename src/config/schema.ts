import { z } from 'zod';
import {
  CAS_APIS,
  CLIENT_NAMES,
  type ClientName,
  type CloudProduct,
  INGRESS_TYPES,
  type KeySource,
} from './config.ts';
import { exactlyOne, unique } from './schema-forms.ts';
import { monitor, slack } from './schema-monitor.ts';
import {
  addressPin,
  contactId,
  bindCommandName,
  domain,
  duration,
  environmentName,
  filePath,
  region,
  requestPath,
  resourceId,
  serviceEndpoint,
  workbookPath,
  type Remedy,
} from './schema-values.ts';

const cas = z.strictObject({
  api: z
    .enum(CAS_APIS)
    .default('2020-04-07')
    .describe(
      'The dialect to speak. `2020-04-07`: the published API of Certificate Management Service and of each ingress product. `guide`: the calls of the HTTPS guide of AIRec.',
    ),
  endpoint: serviceEndpoint
    .optional()
    .describe(
      'Origin of the service. Default: https://cas.aliyuncs.com in the regions of mainland China (cn-…), elsewhere https://cas.ap-southeast-1.aliyuncs.com. Plain http is accepted for a loopback host alone.',
    ),
  retention: z
    .strictObject({
      keep: z.int().min(1).max(50).default(1).describe('How many superseded certificates stay, the newest.'),
      'grace-days': z
        .int()
        .min(1)
        .max(400)
        .describe('Days for which the certificate in use has to be valid before anything is deleted.'),
    })
    .optional()
    .describe(
      'Deletes superseded certificates after a deployment: those that were uploaded by airec-https for the domain and that no product uses. Without it nothing is deleted.',
    ),
  contacts: unique(z.array(contactId))
    .prefault([])
    .describe('Ids of contacts of CAS, who are told of deployment jobs (`via: cas-job`).'),
});

const cloudEndpoints = z.strictObject({
  slb: originOf('CLB'),
  alb: originOf('ALB'),
  nlb: originOf('NLB'),
  cdn: originOf('CDN'),
  dcdn: originOf('DCDN'),
  apigateway: originOf('API Gateway'),
  apig: originOf('the cloud-native API Gateway'),
  alidns: originOf('Alidns'),
  sts: originOf('STS'),
} satisfies Record<CloudProduct, unknown>);

function originOf(title: string) {
  return serviceEndpoint.optional().describe(`Origin of the API of ${title}.`);
}

const airec = z.strictObject({
  instance: resourceId.describe('Id of the AIRec instance, such as ai-rec-prod.'),
  mapping: workbookPath
    .prefault('certificate_info.xlsx')
    .describe(
      'The workbook that maps domains to certificates. It is created when missing, with a .tsv twin beside it.',
    ),
  bind: z
    .union([bindCommandName, z.tuple([bindCommandName], z.string())])
    .prefault('airec-cli')
    .describe(
      'The command that applies the mapping: its name or path, or a list of the command and its leading arguments. No shell is involved. `none` leaves the mapping file for you to apply.',
    ),
  environment: unique(z.array(environmentName))
    .prefault([])
    .describe(
      'Names of environment variables that the bind command may see beyond PATH, HOME, locale and the like.',
    ),
});

const key = exactlyOne(
  {
    env: environmentName.optional().describe('Name of the environment variable that holds the key as PEM.'),
    file: filePath
      .optional()
      .describe('File that holds the key as PEM, relative to this file. Keep it out of the repository.'),
  },
  ['env', 'file'],
).transform(({ env, file }): KeySource => {
  if (env !== undefined) return { env };
  // With neither, exactlyOne has refused it before.
  return file === undefined ? z.NEVER : { file };
});

const certificate = exactlyOne(
  {
    bundle: filePath
      .optional()
      .describe('PEM file with the leaf and its intermediates, relative to this file. Needs `key`.'),
    key: key.optional().describe('Where the private key of `bundle` comes from.'),
    'cas-id': z
      .union([resourceId, z.int().positive().transform(String)])
      .optional()
      .describe('Id of a certificate that is already in the service.'),
    request: z
      .strictObject({
        type: z.literal('DV').describe('Kind of certificate to request: domain validated.'),
        product: resourceId
          .optional()
          .describe(
            'Code of the product to order it from; by default digicert-free-1-free, of the China site. Not for `cas.api: guide`.',
          ),
      })
      .optional()
      .describe('Requests a certificate from the service, once; the issued one is used from then on.'),
  },
  ['bundle', 'cas-id', 'request'],
).refine((value) => (value.bundle === undefined) === (value.key === undefined), {
  message: 'has only one of bundle and key',
  params: {
    help: 'Write both: bundle names the PEM file, key where its private key is, such as key: { env: REC_EXAMPLE_COM_KEY }.',
  } satisfies Remedy,
});

const ingress = z.strictObject({
  type: z
    .enum(INGRESS_TYPES)
    .describe(
      'The product that terminates TLS in front of AIRec. SLB means CLB. API_GATEWAY is the traditional gateway, APIG the cloud-native one. `cas.api: guide` knows SLB, CDN and API_GATEWAY.',
    ),
  instance: resourceId.describe(
    'The load balancer (lb-…, alb-…, nlb-…) or listener (lsn-…), the accelerated domain, the group of the API gateway, or the cloud-native gateway (gw-…).',
  ),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe("Port of the listener, where it is not the endpoint's."),
  region: region.optional().describe('Region of the instance, where it is not `region` above.'),
  sni: z
    .boolean()
    .optional()
    .describe(
      'Of a load balancer: true binds the certificate for this domain alone (domain extension, additional certificate), false as the default of the listener. Without it: as the extension for the domain if CLB has one, else as the default.',
    ),
  via: z
    .literal('cas-job')
    .optional()
    .describe(
      'Has a deployment job of CAS change it instead of its product. It costs money for uploaded certificates, and needs `cas.contacts`.',
    ),
  'enable-https': z
    .boolean()
    .optional()
    .describe(
      'Of CDN and DCDN: whether HTTPS may be switched on where it is off. Without it, that is an error.',
    ),
});

const health = z.strictObject({
  path: requestPath
    .prefault('/api/v1/recommend')
    .describe('Path, with an optional query, to ask for after the handshake.'),
  method: z
    .enum(['HEAD', 'GET', 'NONE'])
    .default('HEAD')
    .describe('Method of that request. NONE: no HTTP is asked for, as behind a listener of raw TLS.'),
  accept: unique(z.array(z.int().min(100).max(599)).min(1))
    .default([200, 401, 404])
    .describe(
      'HTTP statuses that show the backend is alive. The request carries no credentials, so 401 is one by default.',
    ),
});

const endpoint = z.strictObject({
  domain: domain.describe(
    'The fully qualified domain name exactly as clients use it: lower case, no trailing dot, no wildcard, A-labels.',
  ),
  port: z.int().min(1).max(65_535).default(443).describe('Port of the HTTPS listener.'),
  certificate: certificate.describe(
    'The certificate the endpoint is meant to serve: a bundle with its key, a cas-id, or a request.',
  ),
  ingress: unique(z.array(ingress).min(1)).describe(
    'Everything that terminates TLS for this domain; the certificate goes to each.',
  ),
  health: health.prefault({}).describe('The HTTP request that follows a good handshake.'),
  clients: unique(z.array(z.enum(CLIENT_NAMES)).min(1))
    .default([...CLIENT_NAMES])
    .describe('Clients whose verdict counts. openssl stands for curl, Node.js, Python and Go.'),
  addresses: unique(z.array(addressPin))
    .prefault([])
    .describe(
      'Addresses to probe instead of those in DNS, such as "203.0.113.7", "203.0.113.7:8443" or "[2001:db8::1]:8443".',
    ),
});

const clientAnchors = z.strictObject({
  chrome: anchorsOf('Chrome'),
  firefox: anchorsOf('Firefox'),
  java: anchorsOf('Java, as its truststore has them'),
  android: anchorsOf('Android'),
  openssl: anchorsOf('curl, Node.js, Python and Go'),
} satisfies Record<ClientName, unknown>);

function anchorsOf(title: string) {
  return unique(z.array(filePath).min(1))
    .optional()
    .describe(`PEM files with the trust anchors of ${title}, relative to this file.`);
}

const trust = z.strictObject({
  roots: unique(z.array(filePath))
    .prefault([])
    .describe('PEM files with trust anchors beyond the public ones, relative to this file.'),
  clients: clientAnchors
    .prefault({})
    .describe('Clients that trust anchors of their own instead of the public ones and `roots`.'),
  'private-networks': z
    .boolean()
    .default(false)
    .describe('Whether loopback and private addresses may be probed and fetched from.'),
});

const deadlines = z.strictObject({
  call: duration.prefault('60s').describe('One cloud call with all its retries.'),
  status: duration.prefault('10m').describe('From issuing or deploying until the service reports it done.'),
  propagation: duration
    .prefault('15m')
    .describe('From then until every address serves the intended certificate.'),
  bind: duration.prefault('2m').describe('The bind command.'),
  connection: duration.prefault('10s').describe('One connection to an endpoint: connect, handshake, answer.'),
});

/** airec-https.yml as a person writes it. Its output has every default filled in. */
export const configFileSchema = z
  .strictObject({
    region: region.describe('Region of the AIRec instance and its ingress, such as cn-hangzhou.'),
    cas: cas.prefault({}).describe('Certificate Management Service.'),
    'cloud-endpoints': cloudEndpoints
      .prefault({})
      .describe('Origins of the APIs of other products, for a VPC or a proxy. Default: the public ones.'),
    airec: airec.describe('The AIRec instance and how certificates are bound to it.'),
    endpoints: z.array(endpoint).min(1).describe('The HTTPS endpoints, each a domain and a port.'),
    trust: trust.prefault({}).describe('What is trusted beyond the public certificate authorities.'),
    deadlines: deadlines.prefault({}).describe('How long to wait: a number and a unit, ms, s, m or h.'),
    monitor: monitor.prefault({}).describe('When the monitor tells people of what it sees, and how often.'),
    slack: slack.prefault({}).describe('Whom Slack calls, and who may answer.'),
  })
  .describe(
    'Configuration of airec-https: which endpoints serve which certificate, and what stands in front of them.',
  );

export type ConfigFile = z.output<typeof configFileSchema>;
export type EndpointFile = ConfigFile['endpoints'][number];
