/**
 * CAS keeps two stores that do not see each other: one for mainland China, one for everywhere else. Ids of one mean
 * nothing in the other.
 */
export type CasStore = 'cn-hangzhou' | 'ap-southeast-1';

/** The store that `region` belongs to. */
export function casStoreOf(region: string): CasStore {
  return region.startsWith('cn-') ? 'cn-hangzhou' : 'ap-southeast-1';
}

const ORIGINS: Readonly<Record<CasStore, string>> = {
  'cn-hangzhou': 'https://cas.aliyuncs.com',
  'ap-southeast-1': 'https://cas.ap-southeast-1.aliyuncs.com',
};

/** Where the API of a store is. */
export function casOrigin(store: CasStore): string {
  return ORIGINS[store];
}
