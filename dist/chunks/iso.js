import { S as _isoDateTime, i as ZodISODateTime, r as ZodISODate, x as _isoDate } from "./format.js";
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}
export { datetime as n, date as t };
