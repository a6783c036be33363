import { createRequire } from 'node:module';
import type { Emulator } from '../../src/emulator/emulator.ts';

/** A class of requests of a published SDK. */
interface RequestClass {
  new (fields: Record<string, unknown>): object;
  /** Properties by what they are called on the wire. */
  names(): Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const core = require('@alicloud/openapi-core') as {
  readonly $OpenApiUtil: { readonly Config: new (fields: object) => object };
};

/** Loaded when they are needed: each is large. */
const SDKS = {
  '@alicloud/alb20200616': () => require('@alicloud/alb20200616') as Sdk,
  '@alicloud/alidns20150109': () => require('@alicloud/alidns20150109') as Sdk,
  '@alicloud/cas20200407': () => require('@alicloud/cas20200407') as Sdk,
  '@alicloud/cdn20180510': () => require('@alicloud/cdn20180510') as Sdk,
  '@alicloud/cloudapi20160714': () => require('@alicloud/cloudapi20160714') as Sdk,
  '@alicloud/dcdn20180115': () => require('@alicloud/dcdn20180115') as Sdk,
  '@alicloud/sts20150401': () => require('@alicloud/sts20150401') as Sdk,
};

type Sdk = Record<string, unknown> & { readonly default: new (config: object) => object };
export type SdkName = keyof typeof SDKS;

/**
 * Has the published SDK `name` call `action` with what we send: each parameter is given to it by its own name for it.
 *
 * @throws Error when the SDK knows no such parameter, or the service refuses
 */
export async function callBySdk(
  name: SdkName,
  { action, parameters }: { readonly action: string; readonly parameters: Readonly<Record<string, string>> },
  { endpoint, accessKey }: Pick<Emulator, 'endpoint' | 'accessKey'>,
): Promise<void> {
  const sdk = SDKS[name]();
  const config = new core.$OpenApiUtil.Config({
    accessKeyId: accessKey.id,
    accessKeySecret: accessKey.secret,
    endpoint: new URL(endpoint).host,
    protocol: 'http',
  });
  const method = action[0]?.toLowerCase() + action.slice(1);
  const client = new sdk.default(config) as Record<string, (request?: object) => Promise<unknown>>;
  const call = client[method]?.bind(client);
  if (!call) throw new Error(`${name} has no ${method}`);
  const Request = sdk[`${action}Request`] as RequestClass | undefined;
  await (Request ? call(new Request(fieldsOf(action, parameters, sdk))) : call());
}

/** Objects in lists have a class of their own, such as `UpdateListenerAttributeRequestCertificates`. */
function fieldsOf(
  action: string,
  parameters: Readonly<Record<string, string>>,
  sdk: Record<string, unknown>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [wire, value] of Object.entries(parameters)) {
    const [head = '', index, key] = wire.split('.');
    const property = propertyOf(sdk, `${action}Request`, head);
    if (index === undefined) fields[property] = value;
    else {
      const list = (fields[property] ??= []) as unknown[];
      list[Number(index) - 1] =
        key === undefined ? value : itemOf(sdk, `${action}Request${head}`, { [key]: value });
    }
  }
  return fields;
}

function itemOf(
  sdk: Record<string, unknown>,
  name: string,
  fields: Readonly<Record<string, string>>,
): object {
  const Item = sdk[name] as RequestClass;
  return new Item(
    Object.fromEntries(Object.entries(fields).map(([wire, value]) => [propertyOf(sdk, name, wire), value])),
  );
}

/** What the SDK calls a parameter. */
function propertyOf(sdk: Record<string, unknown>, name: string, wire: string): string {
  const names = Object.entries((sdk[name] as RequestClass).names());
  const property = names.find(([, each]) => each === wire)?.[0];
  if (property === undefined) throw new Error(`${name} has no parameter ${wire}`);
  return property;
}
