import { a as registerSecret } from "./render.js";
import { inspect } from "node:util";
// src/errors/secret.ts
/**
* A private key, token or access key secret. It prints `***` wherever it is shown, and its value is
* registered for redaction the moment it is wrapped; only `reveal()` gives it out.
*/
var Secret = class {
	#value;
	constructor(value) {
		this.#value = value;
		registerSecret(value);
	}
	reveal() {
		return this.#value;
	}
	toString() {
		return "***";
	}
	toJSON() {
		return "***";
	}
	[inspect.custom]() {
		return "***";
	}
};
export { Secret as t };
