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
/** The same error, at the place a person must edit. */
function relocate(error, location) {
	const { code, category, message, help, retryable, requestId, cause } = error;
	return new AppError({
		code,
		category,
		problem: message,
		help,
		retryable,
		requestId,
		cause,
		location
	});
}
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
	"a key in DER": "openssl pkey -inform DER -in FILE -out FILE.pem",
	"PKCS#7": "openssl pkcs7 -print_certs -in FILE -out FILE.pem",
	"PKCS#7 in DER": "openssl pkcs7 -inform DER -print_certs -in FILE -out FILE.pem",
	"PKCS#12": "openssl pkcs12 -nokeys -in FILE -out FILE.pem",
	"a Java key store": "keytool -importkeystore -srckeystore FILE -destkeystore FILE.p12 -deststoretype PKCS12, then openssl pkcs12 -nokeys -in FILE.p12 -out FILE.pem",
	"a ZIP archive": "unzip FILE",
	"a TRUSTED CERTIFICATE": "openssl x509 -in FILE -out FILE.pem",
	"an OpenSSH key": "ssh-keygen -p -m PEM -f FILE",
	"text in UTF-16": "iconv -f UTF-16 -t UTF-8 FILE > FILE.pem",
	"base64 of a PEM file": "base64 --decode FILE > FILE.pem",
	"base64 without BEGIN and END lines": "base64 --decode FILE | openssl x509 -inform DER -out FILE.pem"
};
const certificateErrors = {
	CERTIFICATE_MALFORMED: ({ reason }) => ({
		category: "certificate",
		problem: `The certificate is not valid DER-encoded X.509: ${reason}`,
		help: "Download the certificate again from the authority that issued it, and copy it whole."
	}),
	PEM_NO_CERTIFICATE: ({ source, held }) => ({
		category: "configuration",
		problem: `${source} holds no certificate but ${held}`,
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
		problem: `${source} has ${length} bytes, more than ${limit}`,
		help: "Keep only the certificates that are needed in this file."
	}),
	PEM_WRONG_FORMAT: ({ source, format }) => ({
		category: "configuration",
		problem: `${source} is ${format}, not PEM`,
		help: `Convert it: ${CONVERSIONS[format].replaceAll("FILE", () => source)}`
	}),
	PKCS7_MALFORMED: ({ source, reason }) => ({
		category: "configuration",
		problem: `The PKCS#7 message in ${source} cannot be read: ${reason}`,
		help: "Download the bundle again from the authority that issued it, as PEM if it offers that."
	}),
	KEY_MALFORMED: ({ source, reason }) => ({
		category: "configuration",
		problem: `No private key can be read from ${source}: ${reason}`,
		help: "Give one unencrypted private key, PKCS#8, PKCS#1 or SEC1, from its BEGIN line to its END line."
	}),
	KEY_ENCRYPTED: ({ source, scheme }) => ({
		category: "configuration",
		problem: `The private key in ${source} is encrypted (${scheme}), and nobody can type its passphrase here`,
		help: "Decrypt it with `openssl pkey -in KEY.pem -out DECRYPTED.pem`, and keep the result only in a secret."
	})
};
// src/errors/catalogue/cloud.ts
const cloudErrors = {
	CREDENTIALS_MISSING: ({ missing, tried = [] }) => ({
		category: "authentication",
		problem: `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not set` + (tried.length > 0 ? `, and no other source gave Alibaba Cloud credentials (${tried.join(", ")})` : ""),
		help: "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN when they are temporary). In a workflow, set the inputs role-to-assume and oidc-provider-arn and give the job `permissions: id-token: write`."
	}),
	OIDC_TOKEN_UNAVAILABLE: () => ({
		category: "authentication",
		problem: "This job gets no OpenID Connect token from GitHub",
		help: "Give the job `permissions: id-token: write`. Workflows of pull requests from forks never get one."
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
		help: "Check that this machine may connect to it, and cas.endpoint or cloud-endpoints where the configuration has them.",
		retryable: true
	}),
	CLOUD_ENDPOINT_UNTRUSTED: ({ call, reason, endpoint }) => ({
		category: "network",
		problem: `${call} was not sent, for no trusted TLS connection could be made to ${endpoint}: ${reason}`,
		help: "Check cas.endpoint and cloud-endpoints. Behind a proxy that intercepts TLS, name its CA certificate in NODE_EXTRA_CA_CERTS."
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
		help: permission ? `Add this statement to a RAM policy of this user or role: {"Effect":"Allow","Action":"${permission}","Resource":"*"}. docs/ram.md has the whole policy.` : "Allow this action in a RAM policy of this user or role; docs/ram.md has the whole policy."
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
	CLOUD_IN_USE: ({ call, reason }) => ({
		category: "configuration",
		problem: `${call} was refused, for something still uses it: ${reason}`,
		help: "Unbind it first. The console shows what uses a certificate."
	}),
	TARGET_UNFIT: ({ target, reason, help }) => ({
		category: "configuration",
		problem: `Nothing can be bound to ${target}: ${reason}`,
		help
	}),
	TARGET_NEEDS_KEY: ({ target }) => ({
		category: "configuration",
		problem: `${target} takes the certificate with its key, and CAS gives no key away`,
		help: "Write certificate.bundle and certificate.key for this endpoint."
	}),
	RESTORE_IMPOSSIBLE: ({ target, reason }) => ({
		category: "remote",
		problem: `What ${target} had before cannot be bound again: ${reason}`,
		help: "Bind the previous certificate by hand, or deploy one that works."
	}),
	CHAIN_NEEDS_KEY: ({ id }) => ({
		category: "configuration",
		problem: `The chain of ${id} cannot be completed: CAS takes a chain with its private key alone, and keeps what it has as it is`,
		help: "Deploy the full bundle with its key: certificate.bundle and certificate.key."
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
	ROLLBACK_REPORT_UNREADABLE: ({ file, reason }) => ({
		category: "configuration",
		problem: `${file} is no report of a deployment: ${reason}`,
		help: "Name the file that `deploy --report FILE`, or the Action as report-path, wrote."
	}),
	ROLLBACK_NOTHING: ({ file }) => ({
		category: "configuration",
		problem: `${file} tells of nothing that can be undone`,
		help: "That deployment changed no target, put back itself what was there, or spoke the calls of the guide, which do not tell what was bound."
	}),
	ROLLBACK_SUPERSEDED: ({ endpoint, leaf }) => ({
		category: "configuration",
		problem: `${endpoint} serves ${leaf}, which that deployment neither deployed nor replaced`,
		help: "Something has been deployed since. Undo the newest deployment by its own report, or add --force."
	}),
	ROLLBACK_ENDPOINT_UNKNOWN: ({ endpoint }) => ({
		category: "configuration",
		problem: `The report tells of ${endpoint}, which the configuration does not have`,
		help: "Use the configuration of that deployment, such as that of its commit."
	}),
	PAGE_REPORT_INVALID: ({ file, reason }) => ({
		category: "configuration",
		problem: `${file} is no report of the monitor: ${reason}`,
		help: "Name the file that `monitor --json` printed, or that the Action with `command: monitor` wrote as report-path."
	}),
	PAGE_STATE_INVALID: ({ file, reason }) => ({
		category: "configuration",
		problem: `${file} is no state of the monitor: ${reason}`,
		help: "Name state.json of the branch airec-https-state, or the file of `monitor --state`; without --state the page has no history."
	}),
	PAGE_INPUT_TOO_LARGE: ({ file, bytes, limit }) => ({
		category: "configuration",
		problem: `${file} has ${bytes} bytes, and at most ${limit} are read`,
		help: "Name a file that the monitor wrote."
	}),
	PAGE_FOLDER_FOREIGN: ({ folder, mark }) => ({
		category: "configuration",
		problem: `${folder} holds files, and no ${mark} to say that they are of a status page`,
		help: "Name an empty folder, a new one, or one that this command wrote: what is in others is not written over."
	}),
	PAGE_NOT_WRITABLE: ({ folder, reason }) => ({
		category: "configuration",
		problem: `The status page cannot be written to ${folder}: ${reason}`,
		help: "Name a folder that this user may write to."
	}),
	MONITOR_STATE_NEWER: ({ version }) => ({
		category: "configuration",
		problem: `The kept state of the monitor has version ${version}, which a newer airec-https wrote`,
		help: "Use that version of airec-https, or delete the branch airec-https-state (or the file) to begin anew."
	}),
	MONITOR_STATE_NOT_WRITABLE: ({ file, reason }) => ({
		category: "configuration",
		problem: `The state of the monitor cannot be written to ${file}: ${reason}`,
		help: "Name a file in a folder that exists and that this user may write to."
	}),
	MONITOR_SHARDS_ABSENT: () => ({
		category: "remote",
		problem: "There is no file of a shard, so that nothing was seen of any endpoint",
		help: "Name the folder with the files airec-https-shard-….json, and see why the jobs of the shards left none."
	}),
	MONITOR_SHARD_INVALID: ({ file, reason }) => ({
		category: "remote",
		problem: `${file} is not used: ${reason}`,
		help: "Have every job check out the same commit and use the same version of airec-https, and collect the files of one run in an empty folder."
	}),
	MONITOR_SHARD_MISSING: ({ number, count, endpoints }) => ({
		category: "remote",
		problem: `Shard ${number} of ${count} is missing: nobody looked at its ${endpoints} ${endpoints === 1 ? "endpoint" : "endpoints"}`,
		help: "See why the job of that shard ended without its file, and run it again."
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
	CONFIG_DUPLICATE_ENDPOINT: ({ endpoint, firstLine }) => ({
		category: "configuration",
		problem: `The endpoint ${endpoint} is listed twice${firstLine === void 0 ? "" : `, first in line ${String(firstLine)}`}`,
		help: "Keep one entry for each domain and port; an entry may have several ingress targets."
	}),
	CONFIG_CONTESTED_TARGET: ({ type, instance, firstLine }) => ({
		category: "configuration",
		problem: `${type} ${instance} is to have another certificate already${firstLine === void 0 ? "" : `, in line ${String(firstLine)}`}, and it has one by default`,
		help: "Write `sni: true` for all endpoints but one, so that each name gets its own; or give them one certificate with all names."
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
	}),
	AIA_GIVEN_UP: ({ url, why }) => ({
		category: "network",
		problem: `The issuer's certificate is not fetched from ${url}: ${why}`,
		help: "Add the intermediate certificates to the bundle by hand, or check fewer endpoints at a time.",
		retryable: true
	}),
	SWEEP_THREAD_FAILED: ({ why }) => ({
		category: "internal",
		problem: `A thread that should check endpoints did not start: ${why}`,
		help: "Check that the files of airec-https are complete and that memory is left, then run again."
	})
};
// src/errors/catalogue/github.ts
const githubErrors = {
	GITHUB_REPOSITORY_UNNAMED: ({ actual }) => ({
		category: "configuration",
		problem: `The repository is given as ${actual}, expected owner/name`,
		help: "Set GITHUB_REPOSITORY to owner/name; in a workflow the runner does."
	}),
	GITHUB_TOKEN_REFUSED: ({ does, reason }) => ({
		category: "authentication",
		problem: `${does}: GitHub does not accept the token: ${reason}`,
		help: "Pass a valid token: `${{ github.token }}`, or a fresh one of a GitHub App. The token of a job is void once the job has ended."
	}),
	GITHUB_PERMISSION: ({ does, reason, missing }) => ({
		category: "permission",
		problem: `${does}: the token lacks the permission "${missing}": ${reason}`,
		help: `Give the job \`permissions: { ${missing} }\`, or the GitHub App the same permission. Workflows of forks and of Dependabot get no more than read.`
	}),
	GITHUB_PULL_REQUESTS_FORBIDDEN: ({ does, reason }) => ({
		category: "permission",
		problem: `${does}: workflows of this repository may not open pull requests: ${reason}`,
		help: "Enable \"Allow GitHub Actions to create and approve pull requests\" under Settings, Actions, General, or pass the token of a GitHub App."
	}),
	GITHUB_NOT_FOUND: ({ does, reason }) => ({
		category: "permission",
		problem: `${does}: it does not exist, or the token may not see it: ${reason}`,
		help: "Check the name of the repository. For a private one, the token needs access to it: `permissions: { contents: read }`, or the GitHub App installed on it."
	}),
	GITHUB_RATE_LIMITED: ({ does, reason, until }) => ({
		category: "quota",
		problem: `${does}: GitHub refuses more calls until ${until}: ${reason}`,
		help: "Run again after that, and see what else uses the same token. The token of a GitHub App has a limit of its own.",
		retryable: true
	}),
	GITHUB_CONFLICT: ({ does, reason }) => ({
		category: "remote",
		problem: `${does}: somebody else was faster: ${reason}`,
		help: "Run again: what is there now is read first.",
		retryable: true
	}),
	GITHUB_BRANCH_PROTECTED: ({ does, reason }) => ({
		category: "permission",
		problem: `${does}: a rule of the repository forbids it: ${reason}`,
		help: "Exclude the branches airec-https-state and airec-https/** from this branch protection or ruleset."
	}),
	GITHUB_UNAVAILABLE: ({ does, reason }) => ({
		category: "remote",
		problem: `${does}: GitHub could not serve it: ${reason}`,
		help: "Run again later. If it stays so, see the status page of GitHub.",
		retryable: true
	}),
	GITHUB_UNREACHABLE: ({ does, reason, origin }) => ({
		category: "network",
		problem: `${does}: no answer from ${origin}: ${reason}`,
		help: "Check GITHUB_API_URL, the proxy settings, and that this machine may connect to it.",
		retryable: true
	}),
	GITHUB_REFUSED: ({ does, reason }) => ({
		category: "remote",
		problem: `${does}: GitHub refused it: ${reason}`,
		help: "See what GitHub says is wrong. If nothing in the repository explains it, report it with the request id."
	}),
	GITHUB_STATE_CONTESTED: ({ path, attempts }) => ({
		category: "remote",
		problem: `${path} on the state branch was changed by others before each of ${attempts} writes`,
		help: "Give the scheduled workflow a concurrency group, so that its runs do not overlap.",
		retryable: true
	}),
	GITHUB_KEY_MATERIAL: ({ where }) => ({
		category: "configuration",
		problem: `${where} holds a private key or another secret, and was not sent to GitHub`,
		help: "Move the secret out of this file into a secret of the repository. If the file was ever committed, have the certificate reissued with a new key."
	}),
	GITHUB_PATH_OUTSIDE: ({ path }) => ({
		category: "configuration",
		problem: `${path} is no path of a file inside the repository`,
		help: "Keep the bundle and the mapping file in the repository that the workflow checks out."
	})
};
// src/errors/catalogue/slack.ts
const slackErrors = {
	SLACK_TOKEN_REFUSED: ({ does, reason }) => ({
		category: "authentication",
		problem: `${does}: Slack does not accept the token: ${reason}`,
		help: "Install the app again and pass its bot token (xoxb-…) in SLACK_BOT_TOKEN."
	}),
	SLACK_APP_TOKEN_REFUSED: ({ reason }) => ({
		category: "authentication",
		problem: `Opening Socket Mode: Slack does not accept the app-level token: ${reason}`,
		help: "Generate an app-level token with the scope connections:write under Basic Information of the same app, and pass it (xapp-…) in SLACK_APP_TOKEN."
	}),
	SLACK_NOT_IN_CHANNEL: ({ does, reason }) => ({
		category: "permission",
		problem: `${does}: the app is no member of the channel: ${reason}`,
		help: "Type /invite with the name of the app in that channel."
	}),
	SLACK_CHANNEL_NOT_FOUND: ({ does, reason }) => ({
		category: "configuration",
		problem: `${does}: the token sees no such channel that can be written to: ${reason}`,
		help: "Give the ID of the channel (C…, at the end of its details), not its name; invite the app if it is private; unarchive it if it is archived."
	}),
	SLACK_SCOPE_MISSING: ({ does, needed }) => ({
		category: "permission",
		problem: `${does}: the token lacks the scope ${needed}`,
		help: `Add ${needed} under OAuth & Permissions, Bot Token Scopes, and install the app again.`
	}),
	SLACK_MESSAGE_GONE: ({ does, reason }) => ({
		category: "remote",
		problem: `${does}: the message is not there, or not this app's: ${reason}`,
		help: "Run again: a message that somebody deleted is posted anew."
	}),
	SLACK_RATE_LIMITED: ({ does, seconds }) => ({
		category: "quota",
		problem: `${does}: Slack accepts no more calls for ${seconds} s`,
		help: "Run again after that; what was not sent is sent then.",
		retryable: true
	}),
	SLACK_UNAVAILABLE: ({ does, reason }) => ({
		category: "remote",
		problem: `${does}: Slack could not serve it: ${reason}`,
		help: "Run again later; what was not sent is sent then. If it stays so, see the status page of Slack.",
		retryable: true
	}),
	SLACK_UNREACHABLE: ({ does, reason, origin }) => ({
		category: "network",
		problem: `${does}: no answer from ${origin}: ${reason}`,
		help: "Check SLACK_API_URL, and that this machine may connect to it; what was not sent is sent by the next run.",
		retryable: true
	}),
	SLACK_REFUSED: ({ does, reason }) => ({
		category: "remote",
		problem: `${does}: Slack refused it: ${reason}`,
		help: "See what Slack says is wrong. If nothing in the app or the channel explains it, please report it."
	}),
	SLACK_WEBHOOK_REFUSED: ({ reason }) => ({
		category: "authentication",
		problem: `The incoming webhook of Slack does not accept messages: ${reason}`,
		help: "Add a new webhook under Incoming Webhooks of the app, and pass its URL in SLACK_WEBHOOK_URL."
	}),
	SLACK_WEBHOOK_MALFORMED: ({ protocol }) => ({
		category: "configuration",
		problem: `The URL of the incoming webhook of Slack is ${protocol}, expected one with https`,
		help: "Copy it whole from Incoming Webhooks of the app, and pass it in SLACK_WEBHOOK_URL."
	})
};
// src/errors/catalogue.ts
const catalogue = {
	...airecErrors,
	...certificateErrors,
	...cloudErrors,
	...commandErrors,
	...configurationErrors,
	...endpointErrors,
	...githubErrors,
	...slackErrors
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
export { relocate as a, AppErrors as i, hasCode as n, AppError as r, appError as t };
