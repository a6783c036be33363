// src/reports/defined.ts
/** `values` without those that are undefined. */
function defined(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}
export { defined as t };
