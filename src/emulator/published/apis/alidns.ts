import { type CasAnswer, refuse, succeed } from '../../cas-answer.ts';
import { type Api, type ApiCall, isRefusal, needAll } from '../api.ts';
import { nextId } from '../state.ts';

/** Alidns, 2015-01-09. */
export const alidnsApi: Api = {
  version: '2015-01-09',
  ramPrefix: 'alidns',
  actions: { AddDomainRecord: add, DescribeDomainRecords: describe, DeleteDomainRecord: remove },
};

function checkZone(call: ApiCall, zone: string): CasAnswer | undefined {
  if (call.state.zones.includes(zone)) return undefined;
  return refuse('InvalidDomainName.NoExist', 'The specified domain name does not exist.');
}

function add(call: ApiCall): CasAnswer {
  const given = needAll(call, ['DomainName', 'RR', 'Type', 'Value']);
  if (isRefusal(given)) return given;
  const refusal = checkZone(call, given.DomainName);
  if (refusal) return refusal;
  const { records } = call.state;
  const same = (each: (typeof records)[number]): boolean =>
    each.zone === given.DomainName &&
    each.rr === given.RR &&
    each.type === given.Type &&
    each.value === given.Value;
  if (records.some(same)) return refuse('DomainRecordDuplicate', 'The DNS record already exists.');
  const id = nextId();
  records.push({ id, zone: given.DomainName, rr: given.RR, type: given.Type, value: given.Value });
  return succeed({ RecordId: id });
}

function describe(call: ApiCall): CasAnswer {
  const given = needAll(call, ['DomainName']);
  if (isRefusal(given)) return given;
  const refusal = checkZone(call, given.DomainName);
  if (refusal) return refusal;
  const rr = call.parameters.get('RRKeyWord') ?? '';
  const found = call.state.records.filter((each) => each.zone === given.DomainName && each.rr.includes(rr));
  return succeed({
    TotalCount: found.length,
    DomainRecords: {
      Record: found.map((each) => ({
        RecordId: each.id,
        RR: each.rr,
        Type: each.type,
        Value: each.value,
        DomainName: each.zone,
      })),
    },
  });
}

function remove(call: ApiCall): CasAnswer {
  const given = needAll(call, ['RecordId']);
  if (isRefusal(given)) return given;
  const { records } = call.state;
  const index = records.findIndex(({ id }) => id === given.RecordId);
  if (index < 0) return refuse('DomainRecordNotBelongToUser', 'The DNS record does not exist.');
  records.splice(index, 1);
  return succeed({ RecordId: given.RecordId });
}
