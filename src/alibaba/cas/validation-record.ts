import { z } from 'zod';
import { hasCode } from '../../errors/catalogue.ts';
import { id, optional } from '../fields.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';

/** A record that shows who controls a domain. */
export interface ValidationRecord {
  /** Fully qualified, such as `_dnsauth.rec.example.com`. */
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

const records = z.object({
  DomainRecords: optional(
    z.object({
      Record: optional(
        z.array(z.object({ RecordId: id, RR: z.string(), Type: z.string(), Value: z.string() })),
      ),
    }),
  ),
});
type Listed = NonNullable<NonNullable<z.infer<typeof records>['DomainRecords']>['Record']>[number];

interface Zone {
  readonly zone: string;
  readonly rr: string;
  readonly present: readonly Listed[];
}

/**
 * Writes the record into its zone, unless it is there. False when Alidns does not serve the zone, or may not be asked.
 * https://api.aliyun.com/document/Alidns/2015-01-09/AddDomainRecord
 */
export async function addRecord(dns: RpcClient, record: ValidationRecord): Promise<boolean> {
  const found = await findZone(dns, record.name);
  if (!found) return false;
  const { zone, rr, present } = found;
  if (present.some((each) => isSame(each, record))) return true;
  await dns.call({
    action: 'AddDomainRecord',
    method: 'POST',
    parameters: { DomainName: zone, RR: rr, Type: record.type, Value: record.value },
    schema: z.object({ RecordId: id }),
    repeat: {
      recover: async () => {
        const now = await listRecords(dns, zone, rr);
        const made = now.find((each) => isSame(each, record));
        return made && { RecordId: made.RecordId };
      },
    },
  });
  return true;
}

/**
 * Removes what is left of a validation under this name.
 * https://api.aliyun.com/document/Alidns/2015-01-09/DeleteDomainRecord
 */
export async function removeRecord(dns: RpcClient, name: string): Promise<void> {
  const found = await findZone(dns, name);
  for (const { RecordId } of found?.present ?? []) {
    await dns.call({
      action: 'DeleteDomainRecord',
      method: 'POST',
      parameters: { RecordId },
      schema: z.object({}),
      repeat: { recover: () => Promise.resolve(undefined) },
    });
  }
}

/** The zone is the longest end of the name that Alidns knows. */
async function findZone(dns: RpcClient, name: string): Promise<Zone | undefined> {
  const labels = name.split('.');
  for (let index = 1; index <= labels.length - 2; index += 1) {
    const zone = labels.slice(index).join('.');
    const rr = labels.slice(0, index).join('.');
    try {
      return { zone, rr, present: await listRecords(dns, zone, rr) };
    } catch (error) {
      if (hasCode(error, 'CLOUD_PERMISSION')) return undefined;
      if (!hasCode(error, 'CLOUD_NOT_FOUND')) throw error;
    }
  }
  return undefined;
}

/** https://api.aliyun.com/document/Alidns/2015-01-09/DescribeDomainRecords */
async function listRecords(dns: RpcClient, zone: string, rr: string): Promise<readonly Listed[]> {
  const { DomainRecords } = await dns.call({
    action: 'DescribeDomainRecords',
    method: 'POST',
    parameters: { DomainName: zone, RRKeyWord: rr, PageSize: 500 },
    schema: records,
    repeat: 'safe',
  });
  // The keyword matches anywhere.
  return (DomainRecords?.Record ?? []).filter(({ RR }) => RR.toLowerCase() === rr.toLowerCase());
}

function isSame({ Type, Value }: Listed, { type, value }: ValidationRecord): boolean {
  return Type === type && Value === value;
}
