// src/config/config.ts
const CLIENT_NAMES = [
	"chrome",
	"firefox",
	"java",
	"android",
	"openssl"
];
/** The guide's, in the words of DeployCertificate's TargetType. */
const GUIDE_INGRESS_TYPES = [
	"SLB",
	"CDN",
	"API_GATEWAY"
];
const INGRESS_TYPES = [
	...GUIDE_INGRESS_TYPES,
	"CLB",
	"ALB",
	"NLB",
	"DCDN",
	"APIG"
];
const DIGEST_DAYS = [
	"sunday",
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday",
	"never"
];
const CAS_APIS = ["2020-04-07", "guide"];
const CLOUD_PRODUCTS = [
	"slb",
	"alb",
	"nlb",
	"cdn",
	"dcdn",
	"apigateway",
	"apig",
	"alidns",
	"sts"
];
export { GUIDE_INGRESS_TYPES as a, DIGEST_DAYS as i, CLIENT_NAMES as n, INGRESS_TYPES as o, CLOUD_PRODUCTS as r, CAS_APIS as t };
