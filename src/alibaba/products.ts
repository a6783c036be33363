import type { CloudProduct } from '../config/config.ts';

/** A product's API. */
interface ProductApi {
  readonly version: string;
  /** Of its actions in RAM policies. */
  readonly ramPrefix: string;
  /** Public host for `region`. */
  readonly host: (region: string) => string;
}

const CENTRAL_SLB = ['cn-hangzhou', 'cn-hangzhou-finance', 'cn-shanghai-finance-1', 'cn-shenzhen-finance-1'];

/** Versions and hosts as each product's API reference has them (api.aliyun.com, "Endpoints"). */
export const PRODUCTS: Readonly<Record<CloudProduct, ProductApi>> = {
  slb: {
    version: '2014-05-15',
    ramPrefix: 'slb',
    host: (region) => (CENTRAL_SLB.includes(region) ? 'slb.aliyuncs.com' : `slb.${region}.aliyuncs.com`),
  },
  alb: { version: '2020-06-16', ramPrefix: 'alb', host: (region) => `alb.${region}.aliyuncs.com` },
  nlb: { version: '2022-04-30', ramPrefix: 'nlb', host: (region) => `nlb.${region}.aliyuncs.com` },
  cdn: { version: '2018-05-10', ramPrefix: 'cdn', host: () => 'cdn.aliyuncs.com' },
  dcdn: { version: '2018-01-15', ramPrefix: 'dcdn', host: () => 'dcdn.aliyuncs.com' },
  apigateway: {
    version: '2016-07-14',
    ramPrefix: 'apigateway',
    host: (region) => `apigateway.${region}.aliyuncs.com`,
  },
  apig: { version: '2024-03-27', ramPrefix: 'apig', host: (region) => `apig.${region}.aliyuncs.com` },
  alidns: { version: '2015-01-09', ramPrefix: 'alidns', host: () => 'alidns.aliyuncs.com' },
  sts: { version: '2015-04-01', ramPrefix: 'sts', host: () => 'sts.aliyuncs.com' },
};

/** Version and RAM prefix of Certificate Management Service. */
export const CAS_API = { version: '2020-04-07', ramPrefix: 'yundun-cert' } as const;
