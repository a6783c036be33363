import type { EmulatorOptions } from '../../../src/emulator/emulator.ts';
import { DOMAIN } from './workspace.ts';

type Front = NonNullable<EmulatorOptions['instances']>[number];

/** A target of the published API, and the words of its product. */
export interface TargetCase {
  readonly name: string;
  readonly front: Front;
  /** The target as a configuration writes it. */
  readonly target: { readonly type: string; readonly instance: string; readonly [other: string]: unknown };
  /** The action that binds, and what RAM calls it. */
  readonly write: string;
  readonly permission: string;
  /** A code with which the product says that it is busy. */
  readonly busy: string;
  /** What it answers to an instance it does not have. */
  readonly missing: string;
  /** Whether what was bound can be bound again from a report. */
  readonly isRestorable: boolean;
  /** Whether a change ends after the call that asked for it. */
  readonly isAsynchronous: boolean;
  /** Whether each region has hosts of its own. */
  readonly product: string;
  readonly isRegional: boolean;
}

/** Every kind of target, in each way of binding. */
export const TARGET_CASES: readonly TargetCase[] = [
  {
    name: 'CLB',
    front: { type: 'CLB', id: 'lb-1', edges: 2 },
    target: { type: 'CLB', instance: 'lb-1' },
    write: 'SetLoadBalancerHTTPSListenerAttribute',
    permission: 'slb:SetLoadBalancerHTTPSListenerAttribute',
    busy: 'BackendServer.configuring',
    missing: 'InvalidLoadBalancerId.NotFound',
    isRestorable: true,
    isAsynchronous: false,
    product: 'slb',
    isRegional: true,
  },
  {
    name: 'CLB with an extension for the domain',
    front: { type: 'CLB', id: 'lb-1', edges: 2 },
    target: { type: 'CLB', instance: 'lb-1', sni: true },
    write: 'CreateDomainExtension',
    permission: 'slb:CreateDomainExtension',
    busy: 'DomainExtensionProcessing',
    missing: 'InvalidLoadBalancerId.NotFound',
    isRestorable: true,
    isAsynchronous: false,
    product: 'slb',
    isRegional: true,
  },
  {
    name: 'ALB',
    front: { type: 'ALB', id: 'alb-1', edges: 2 },
    target: { type: 'ALB', instance: 'alb-1' },
    write: 'UpdateListenerAttribute',
    permission: 'alb:UpdateListenerAttribute',
    busy: 'ResourceInConfiguring.Listener',
    missing: 'ResourceNotFound.LoadBalancer',
    isRestorable: true,
    isAsynchronous: true,
    product: 'alb',
    isRegional: true,
  },
  {
    name: 'ALB with an additional certificate',
    front: { type: 'ALB', id: 'alb-1', edges: 2 },
    target: { type: 'ALB', instance: 'alb-1', sni: true },
    write: 'AssociateAdditionalCertificatesWithListener',
    permission: 'alb:AssociateAdditionalCertificatesWithListener',
    busy: 'IncorrectStatus.Listener',
    missing: 'ResourceNotFound.LoadBalancer',
    isRestorable: true,
    isAsynchronous: true,
    product: 'alb',
    isRegional: true,
  },
  {
    name: 'NLB',
    front: { type: 'NLB', id: 'nlb-1', edges: 2 },
    target: { type: 'NLB', instance: 'nlb-1' },
    write: 'UpdateListenerAttribute',
    permission: 'nlb:UpdateListenerAttribute',
    busy: 'Conflict.Lock',
    missing: 'ResourceNotFound.LoadBalancer',
    isRestorable: true,
    isAsynchronous: true,
    product: 'nlb',
    isRegional: true,
  },
  {
    name: 'CDN',
    front: { type: 'CDN', id: DOMAIN, edges: 2 },
    target: { type: 'CDN', instance: DOMAIN },
    write: 'SetCdnDomainSSLCertificate',
    permission: 'cdn:SetCdnDomainSSLCertificate',
    busy: 'ServiceBusy',
    missing: 'InvalidDomain.NotFound',
    isRestorable: true,
    isAsynchronous: false,
    product: 'cdn',
    isRegional: false,
  },
  {
    name: 'DCDN',
    front: { type: 'DCDN', id: DOMAIN, edges: 2 },
    target: { type: 'DCDN', instance: DOMAIN },
    write: 'SetDcdnDomainSSLCertificate',
    permission: 'dcdn:SetDcdnDomainSSLCertificate',
    busy: 'ServiceBusy',
    missing: 'InvalidDomain.NotFound',
    isRestorable: true,
    isAsynchronous: false,
    product: 'dcdn',
    isRegional: false,
  },
  {
    name: 'API Gateway',
    front: { type: 'API_GATEWAY', id: 'group-1', edges: 2 },
    target: { type: 'API_GATEWAY', instance: 'group-1' },
    write: 'SetDomainCertificate',
    permission: 'apigateway:SetDomainCertificate',
    busy: 'ServiceUnavailable',
    missing: 'NotFoundApiGroup',
    isRestorable: false,
    isAsynchronous: false,
    product: 'apigateway',
    isRegional: true,
  },
  {
    name: 'cloud-native API Gateway',
    front: { type: 'APIG', id: 'gw-1', edges: 2 },
    target: { type: 'APIG', instance: 'gw-1' },
    write: 'UpdateDomain',
    permission: 'apig:UpdateDomain',
    busy: 'ServiceUnavailable',
    missing: 'NotFound.DomainNotFound',
    isRestorable: true,
    isAsynchronous: false,
    product: 'apig',
    isRegional: true,
  },
];
