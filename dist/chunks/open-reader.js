import { n as openCloudReader, o as resolveCredentials } from "./open-cloud.js";
import { n as hasCode, r as AppError } from "./catalogue.js";
// src/commands/open-reader.ts
/** What may look into CAS and at bindings, and nothing else; undefined without credentials, of which `onProblem` hears when they are half there. */
async function openReader(config, { environment, openCredentials, callMs, onAttempt }, onProblem) {
	try {
		const credentials = openCredentials?.(config) ?? await resolveCredentials(environment);
		return openCloudReader(config, {
			credentials,
			callMs: Math.min(callMs, config.deadlines.callMs),
			onAttempt
		});
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		const { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret } = environment;
		if (!(hasCode(error, "CREDENTIALS_MISSING") && !id?.trim() && !secret?.trim())) onProblem(error);
		return;
	}
}
export { openReader as t };
