// src/errors/app-error.ts
/**
* The one error class. It is made through the catalogue (`appError`) only, so that every code has a
* problem, a remedy and a category; foreign errors are translated where they enter and kept as `cause`.
*/
var AppError = class extends Error {
	name = "AppError";
	code;
	category;
	help;
	retryable;
	location;
	/** The request id a cloud API answered with, for a support ticket. */
	requestId;
	constructor(init) {
		super(init.problem, init.cause === void 0 ? void 0 : { cause: init.cause });
		this.code = init.code;
		this.category = init.category;
		this.help = init.help;
		this.retryable = init.retryable ?? false;
		this.location = init.location;
		this.requestId = init.requestId;
	}
};
/** Several problems found in one look, such as every mistake in a configuration file. Never empty. */
var AppErrors = class extends Error {
	name = "AppErrors";
	errors;
	constructor(errors) {
		super(errors.map((error) => error.message).join("\n"));
		this.errors = errors;
	}
};
// src/errors/catalogue/airec.ts
const airecErrors = {
	MAPPING_UNREADABLE: ({ path, reason }) => ({
		category: "configuration",
		problem: `The mapping file ${path} cannot be read: ${reason}`,
		help: "Make it a regular file that this user may read, or name another one under airec.mapping."
	}),
	MAPPING_NOT_WRITABLE: ({ path, reason }) => ({
		category: "configuration",
		problem: `The mapping file ${path} cannot be written: ${reason}`,
		help: "Close it in other programs, and let this user write to its folder."
	}),
	MAPPING_NOT_WORKBOOK: ({ path, reason }) => ({
		category: "configuration",
		problem: `The mapping file ${path} is no .xlsx workbook: ${reason}`,
		help: "Save it as an Excel workbook (.xlsx) without a password, or delete it and let it be written anew."
	}),
	MAPPING_MALFORMED: ({ path, reason }) => ({
		category: "configuration",
		problem: `The mapping file ${path} is damaged or was tampered with: ${reason}`,
		help: "Open and save it with a spreadsheet program, or restore it from version control."
	}),
	MAPPING_TOO_LARGE: ({ path, reason }) => ({
		category: "configuration",
		problem: `The mapping file ${path} is too large: ${reason}`,
		help: "Keep the mapping in a workbook of its own; limit formats and validations to the rows in use."
	}),
	MAPPING_MACROS: ({ path, part }) => ({
		category: "configuration",
		problem: `The mapping file ${path} holds macros (${part}), which are neither run nor kept`,
		help: "Save it as an Excel workbook (.xlsx), the format without macros."
	}),
	MAPPING_NOT_PRESERVED: ({ path, parts }) => ({
		category: "configuration",
		problem: `The mapping file ${path} holds content that a change would lose: ${parts}`,
		help: "Move charts, pivot tables, shapes and links to another workbook."
	}),
	MAPPING_HEADER: ({ path, problem, help }) => ({
		category: "configuration",
		problem: `The mapping file ${path} has no usable header: ${problem}`,
		help
	}),
	MAPPING_INVALID_CELL: (fact) => ({
		category: "configuration",
		problem: `Cell ${fact.cell} of sheet "${fact.sheet}" in ${fact.path} is ${fact.actual}, expected ${fact.expected}`,
		help: `Enter ${fact.expected} in ${fact.cell}.`
	}),
	MAPPING_MERGED_CELLS: ({ path, sheet, cell }) => ({
		category: "configuration",
		problem: `Cell ${cell} of sheet "${sheet}" in ${path} is part of a merged cell`,
		help: "Unmerge the cells under Domain, CertificateID, Protocol and Port."
	}),
	MAPPING_DUPLICATE_ROW: (fact) => ({
		category: "configuration",
		problem: `Rows ${String(fact.first)} and ${String(fact.second)} of sheet "${fact.sheet}" in ${fact.path} both map ${fact.endpoint}`,
		help: "Keep one row for each domain and port."
	}),
	MAPPING_DOMAIN_NOT_EXACT: (fact) => ({
		category: "configuration",
		problem: `Row ${String(fact.row)} of sheet "${fact.sheet}" in ${fact.path} says "${fact.actual}" where AIRec needs exactly ${fact.expected}`,
		help: fact.help
	}),
	BIND_COMMAND_NOT_FOUND: ({ command }) => ({
		category: "configuration",
		problem: `The bind command ${command} is not on this machine`,
		help: "Install it, or write its path under airec.bind; bind: none leaves the mapping file for you to apply."
	}),
	BIND_COMMAND_NOT_EXECUTABLE: ({ command, reason }) => ({
		category: "configuration",
		problem: `The bind command ${command} cannot be run: ${reason}`,
		help: "Make it an executable file for this platform (chmod +x), or write another command under airec.bind."
	})
};
// src/errors/catalogue/certificate.ts
/** The command that turns a file of another format into PEM. */
const CONVERSIONS = {
	DER: "openssl x509 -inform DER -in FILE -out FILE.pem",
	"PKCS#7": "openssl pkcs7 -print_certs -in FILE -out FILE.pem",
	"PKCS#12": "openssl pkcs12 -nokeys -in FILE -out FILE.pem"
};
const certificateErrors = {
	CERTIFICATE_MALFORMED: ({ reason }) => ({
		category: "certificate",
		problem: `The certificate is not valid DER-encoded X.509: ${reason}`,
		help: "Download the certificate again from the authority that issued it, and copy it whole."
	}),
	PEM_NO_CERTIFICATE: ({ source }) => ({
		category: "configuration",
		problem: `${source} holds no certificate`,
		help: "Put the leaf certificate first, then its intermediates, each between BEGIN CERTIFICATE and END CERTIFICATE."
	}),
	PEM_HOLDS_PRIVATE_KEY: ({ source }) => ({
		category: "configuration",
		problem: `${source} holds a private key where only certificates belong`,
		help: "Move the private key out of this file into a secret that an environment variable carries. If the file was ever committed, have the certificate reissued with a new key."
	}),
	PEM_MALFORMED: ({ source, reason }) => ({
		category: "configuration",
		problem: `${source} is not valid PEM: ${reason}`,
		help: "Copy the block again, whole, from its BEGIN line to its END line."
	}),
	PEM_TOO_LARGE: ({ source, length, limit }) => ({
		category: "configuration",
		problem: `${source} has ${length} characters, more than ${limit}`,
		help: "Keep only the certificates that are needed in this file."
	}),
	PEM_WRONG_FORMAT: ({ source, format }) => ({
		category: "configuration",
		problem: `${source} is ${format}, not PEM`,
		help: `Convert it: ${CONVERSIONS[format].replaceAll("FILE", () => source)}`
	}),
	KEY_MALFORMED: ({ source, reason }) => ({
		category: "configuration",
		problem: `${source} is not a private key in PEM: ${reason}`,
		help: "Give one unencrypted private key, PKCS#8, PKCS#1 or SEC1, from its BEGIN line to its END line."
	}),
	KEY_ENCRYPTED: ({ source }) => ({
		category: "configuration",
		problem: `The private key in ${source} is encrypted, and nobody can type its passphrase here`,
		help: "Decrypt it with `openssl pkey -in KEY.pem -out DECRYPTED.pem`, and keep the result only in a secret."
	})
};
// src/errors/catalogue/cloud.ts
const cloudErrors = {
	CREDENTIALS_MISSING: ({ missing, tried = [] }) => ({
		category: "authentication",
		problem: `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not set` + (tried.length > 0 ? `, and no other source gave Alibaba Cloud credentials (${tried.join(", ")})` : ""),
		help: "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN when they are temporary). In a workflow, run aliyun/configure-aliyun-credentials-action before this step and give the job `permissions: id-token: write`."
	}),
	CREDENTIALS_NOT_RENEWED: ({ source }) => ({
		category: "authentication",
		problem: `${source} gave Alibaba Cloud credentials at first but not when they were read again`,
		help: "Check that the source is still reachable and that its role may still be assumed.",
		retryable: true
	}),
	CLOUD_THROTTLED: ({ call, reason }) => ({
		category: "remote",
		problem: `${call} was refused for too many calls: ${reason}`,
		help: "Run again later, and see what else calls this API with the same account at the same time.",
		retryable: true
	}),
	CLOUD_UNAVAILABLE: ({ call, reason }) => ({
		category: "remote",
		problem: `${call} could not be served: ${reason}`,
		help: "Run again later. If it stays so, see the status page of Alibaba Cloud or open a ticket with the RequestId.",
		retryable: true
	}),
	CLOUD_UNREACHABLE: ({ call, reason, endpoint }) => ({
		category: "network",
		problem: `${call} got no answer from ${endpoint}: ${reason}`,
		help: "Check cas.endpoint, and that this machine may connect to it.",
		retryable: true
	}),
	CLOUD_ENDPOINT_UNTRUSTED: ({ call, reason, endpoint }) => ({
		category: "network",
		problem: `${call} was not sent, for no trusted TLS connection could be made to ${endpoint}: ${reason}`,
		help: "Check cas.endpoint. Behind a proxy that intercepts TLS, name its CA certificate in NODE_EXTRA_CA_CERTS."
	}),
	CLOUD_ANSWER_UNREADABLE: ({ call, reason }) => ({
		category: "remote",
		problem: `The answer to ${call} is not JSON: ${reason}`,
		help: "Check that cas.endpoint names an API endpoint and that no proxy answers in its place; else run again later.",
		retryable: true
	}),
	CLOUD_ANSWER_UNEXPECTED: ({ call, reason }) => ({
		category: "remote",
		problem: `The answer to ${call} is not one of this API: ${reason}`,
		help: "Check that cas.endpoint names the certificate service and cas.api the dialect it speaks."
	}),
	CLOUD_AUTHENTICATION: ({ call, reason, cure }) => ({
		category: "authentication",
		problem: `${call} was refused for its credentials: ${reason}`,
		help: {
			clock: "Set the clock of this machine; it must be within 15 minutes of UTC.",
			token: "Get new temporary credentials. Raise role-session-expiration of aliyun/configure-aliyun-credentials-action if the job takes longer.",
			key: "Check ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, and that the key is enabled; a temporary key needs ALIBABA_CLOUD_SECURITY_TOKEN as well."
		}[cure]
	}),
	CLOUD_PERMISSION: ({ call, reason, permission }) => ({
		category: "permission",
		problem: `${call} is not allowed: ${reason}`,
		help: permission ? `Allow ${permission} in a RAM policy of this user or role.` : "Allow this action in a RAM policy of this user or role; for CAS the prefix is yundun-cert."
	}),
	CLOUD_NOT_FOUND: ({ call, reason }) => ({
		category: "configuration",
		problem: `${call} found nothing: ${reason}`,
		help: "Check the id, and that the account and the site (cn-hangzhou or ap-southeast-1) are those that hold it."
	}),
	CLOUD_QUOTA: ({ call, reason }) => ({
		category: "quota",
		problem: `${call} exceeds what the account may use: ${reason}`,
		help: "Raise the quota, buy a package or settle the account in the console, or delete certificates that nothing uses."
	}),
	CLOUD_MATERIAL_REFUSED: ({ call, reason }) => ({
		category: "certificate",
		problem: `${call} refused the certificate or its key: ${reason}`,
		help: "Give the leaf first, then its intermediates, and the unencrypted private key that belongs to the leaf."
	}),
	CLOUD_NAME_TAKEN: ({ call, reason }) => ({
		category: "configuration",
		problem: `${call} was refused for its name: ${reason}`,
		help: "Rename or delete the certificate of this name in the store, for it holds another leaf or cannot be listed."
	}),
	CLOUD_UNSUPPORTED: ({ call, reason }) => ({
		category: "configuration",
		problem: `${call} is not offered by this service: ${reason}`,
		help: "Check that cas.api and cas.endpoint belong together."
	}),
	CLOUD_NONCE_USED: ({ call, reason }) => ({
		category: "remote",
		problem: `${call} was taken for a repetition: ${reason}`,
		help: "Run again. If it stays so, a proxy between this machine and the endpoint sends requests twice.",
		retryable: true
	}),
	CLOUD_REFUSED: ({ call, reason }) => ({
		category: "remote",
		problem: `${call} was refused: ${reason}`,
		help: "Look the code up in the API reference of the product, or open a ticket with the RequestId."
	}),
	CLOUD_WRITE_IN_DOUBT: ({ call, reason, doubt }) => ({
		category: "remote",
		problem: `${call} may or may not have been done: ${doubt}; reading back did not settle it: ${reason}`,
		help: "Look in the console whether it was done before you run again, so that nothing is made twice."
	}),
	CLOUD_CALL_INVALID: ({ call, reason }) => ({
		category: "internal",
		problem: `${call} was not sent: ${reason}`,
		help: "This is a defect of airec-https. Please report it."
	})
};
// src/errors/catalogue/command.ts
const commandErrors = {
	USAGE: ({ problem, help }) => ({
		category: "configuration",
		problem,
		help
	}),
	DEMO_WENT_WRONG: ({ first, second }) => ({
		category: "internal",
		problem: `The demo did not come out as it is told: first run ${first}; second run ${second}`,
		help: "This is a defect of airec-https, or something on this machine closes loopback connections."
	}),
	KEY_VARIABLE_MISSING: ({ name }) => ({
		category: "configuration",
		problem: `The environment variable ${name}, which should hold the private key, is not set or empty`,
		help: `Set it in the step: "env: { ${name}: \${{ secrets.${name} }} }". Secrets are empty in workflows of forks and of Dependabot.`
	}),
	FILE_UNREADABLE: ({ file, reason }) => ({
		category: "configuration",
		problem: `${file} cannot be read: ${reason}`,
		help: "Check the path, which is relative to the configuration file, and that the workflow checks the file out."
	}),
	REPORT_NOT_WRITABLE: ({ file, reason }) => ({
		category: "configuration",
		problem: `The report cannot be written to ${file}: ${reason}`,
		help: "Name a file in a folder that exists and that this user may write to."
	}),
	ISSUE_FAILED: ({ id }) => ({
		category: "remote",
		problem: `CAS failed to issue ${id}`,
		help: "Look at the order in the CAS console: most often the validation record in DNS is missing or wrong."
	}),
	ISSUE_LATE: ({ id, seconds }) => ({
		category: "remote",
		retryable: true,
		problem: `CAS has not issued ${id} within ${seconds} s`,
		help: "Run again later: the order is found again, not repeated. Raise deadlines.status if issuing takes longer for you."
	})
};
// src/errors/catalogue/configuration.ts
const configurationErrors = {
	CONFIG_NOT_FOUND: ({ path }) => ({
		category: "configuration",
		problem: `There is no configuration file at ${path}`,
		help: "Create airec-https.yml as the README shows, or name another file with config (Action) or --config (terminal)."
	}),
	CONFIG_UNREADABLE: ({ reason }) => ({
		category: "configuration",
		problem: `The configuration file cannot be read: ${reason}`,
		help: "Name a regular file of UTF-8 text that this user may read."
	}),
	CONFIG_TOO_LARGE: ({ bytes, limit }) => ({
		category: "configuration",
		problem: `The configuration file has ${String(bytes)} bytes, at most ${String(limit)} are read`,
		help: "Check that this is the right file; a configuration has a few lines for each endpoint."
	}),
	CONFIG_SYNTAX: ({ problem, help }) => ({
		category: "configuration",
		problem,
		help
	}),
	CONFIG_EMPTY: ({ file }) => ({
		category: "configuration",
		problem: `The configuration file ${file} is empty`,
		help: "Write at least region, airec and endpoints, as the README shows."
	}),
	CONFIG_UNKNOWN_KEY: ({ key, parent, nearest }) => ({
		category: "configuration",
		problem: `${parent} has the unknown key ${key}`,
		help: nearest === void 0 ? `Remove ${key}.` : `Did you mean ${nearest}?`
	}),
	CONFIG_MISSING_KEY: ({ key, expected }) => ({
		category: "configuration",
		problem: `${key} is missing, expected ${expected}`,
		help: `Add ${key}.`
	}),
	CONFIG_WRONG_TYPE: ({ key, actual, expected, help }) => ({
		category: "configuration",
		problem: `${key} is ${actual}, expected ${expected}`,
		help
	}),
	CONFIG_INVALID_VALUE: ({ problem, help }) => ({
		category: "configuration",
		problem,
		help
	}),
	CONFIG_UNSUPPORTED_API: ({ api }) => ({
		category: "configuration",
		problem: `cas.api is ${api}, a dialect that this version does not speak`,
		help: "Write api: guide, or leave cas.api out."
	}),
	CONFIG_DUPLICATE_ENDPOINT: ({ endpoint, firstLine }) => ({
		category: "configuration",
		problem: `The endpoint ${endpoint} is listed twice${firstLine === void 0 ? "" : `, first in line ${String(firstLine)}`}`,
		help: "Keep one entry for each domain and port; an entry may have several ingress targets."
	}),
	CONFIG_KEY_EXPOSED: ({ name }) => ({
		category: "configuration",
		problem: `airec.environment hands ${name}, which holds a private key, to the bind command`,
		help: `Remove ${name} from airec.environment; binding needs no private key.`
	})
};
// src/errors/catalogue/endpoint.ts
const endpointErrors = {
	TLS_HANDSHAKE_UNREADABLE: ({ detail }) => ({
		category: "remote",
		problem: `The server's handshake breaks the TLS protocol: ${detail}`,
		help: "Check that the address terminates TLS itself and runs a maintained TLS library."
	}),
	CERTIFICATE_LIST_MALFORMED: ({ detail }) => ({
		category: "certificate",
		problem: `The server's Certificate message is malformed: ${detail}`,
		help: "Check what the ingress was given: PEM certificates, the leaf first, 20 at most."
	}),
	AIA_URL_REFUSED: ({ url, why }) => ({
		category: "certificate",
		problem: `The issuer's certificate is not fetched from ${url}: ${why}`,
		help: "Add the intermediate certificates to the bundle by hand; a private CA needs trust.private-networks."
	}),
	AIA_URL_HTTPS: ({ url }) => ({
		category: "certificate",
		problem: `The issuer's certificate is not fetched from ${url}: only http is, because verifying https may need the very certificate that is missing`,
		help: "Add the intermediate certificates to the bundle by hand."
	}),
	AIA_UNREACHABLE: ({ url, why }) => ({
		category: "network",
		problem: `The issuer's certificate could not be fetched from ${url}: ${why}`,
		help: "Run again later, or add the intermediate certificates to the bundle by hand.",
		retryable: true
	}),
	AIA_HTTP_STATUS: ({ url, status }) => ({
		category: "remote",
		problem: `${url} answers with HTTP ${status} instead of 200`,
		help: "Add the intermediate certificates to the bundle by hand, and tell the CA.",
		retryable: status >= 500 || status === 429
	}),
	AIA_ANSWER_INVALID: ({ url, why }) => ({
		category: "remote",
		problem: `${url} does not answer with the issuer's certificate: ${why}`,
		help: "Add the intermediate certificates to the bundle by hand, and tell the CA."
	}),
	AIA_TOO_LARGE: ({ url, limit }) => ({
		category: "remote",
		problem: `${url} answers with more than ${limit} bytes, which no issuer's certificate needs`,
		help: "Add the intermediate certificates to the bundle by hand, and tell the CA."
	})
};
// src/errors/catalogue.ts
const catalogue = {
	...airecErrors,
	...certificateErrors,
	...cloudErrors,
	...commandErrors,
	...configurationErrors,
	...endpointErrors
};
/**
* Makes the error for `code`. `details` are the values its sentence shows; they must hold no secret.
*
* @example throw appError('PEM_NO_CERTIFICATE', { source: 'certs/rec.pem' })
*/
function appError(code, details, occurrence = {}) {
	const describe = catalogue[code];
	return new AppError({
		...describe(details),
		...occurrence,
		code
	});
}
/** Whether `error` is ours and carries one of `codes`. */
function hasCode(error, ...codes) {
	return error instanceof AppError && codes.includes(error.code);
}
export { AppErrors as i, hasCode as n, AppError as r, appError as t };
