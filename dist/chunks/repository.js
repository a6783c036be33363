import { s as readIdToken } from "./annotations.js";
import { t as Secret } from "./secret.js";
import { g as string, p as object } from "./format.js";
import { n as datetime } from "./iso.js";
import { a as createRpcClient, r as PRODUCTS } from "./open-cloud.js";
import { t as openGitHub } from "./github.js";
// src/alibaba/oidc-role.ts
/** Sessions of an hour, the most that a role gives when nobody raised it. */
const SESSION_SECONDS = 3600;
/** A session is replaced this long before it ends, so that no call outlives it. */
const RENEW_BEFORE_MS = 3e5;
const secret = string().min(1).transform((value) => new Secret(value));
const assumed = object({ Credentials: object({
	AccessKeyId: string().min(1),
	AccessKeySecret: secret,
	SecurityToken: secret,
	Expiration: datetime()
}) });
/**
* Credentials of a role for as long as they are needed, without a stored secret: the token of the workflow is exchanged
* for a session, and anew before that ends.
* https://api.aliyun.com/document/Sts/2015-04-01/AssumeRoleWithOIDC
*/
function assumeRoleWithOidc(role) {
	const client = createRpcClient({
		endpoint: role.endpoint ?? `https://${PRODUCTS.sts.host("")}`,
		apiVersion: PRODUCTS.sts.version,
		credentials: "anonymous",
		callMs: role.callMs
	});
	let session;
	let opening;
	async function open() {
		const token = await role.readToken();
		const { Credentials } = await client.call({
			action: "AssumeRoleWithOIDC",
			method: "POST",
			parameters: {
				OIDCProviderArn: role.providerArn,
				RoleArn: role.roleArn,
				RoleSessionName: role.sessionName,
				OIDCToken: token,
				DurationSeconds: SESSION_SECONDS
			},
			schema: assumed,
			repeat: "safe"
		});
		const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = Credentials;
		const credentials = {
			accessKeyId: AccessKeyId,
			accessKeySecret: AccessKeySecret,
			securityToken: SecurityToken
		};
		session = {
			credentials,
			endsAt: Date.parse(Expiration)
		};
		return credentials;
	}
	return async () => {
		if (session && Date.now() < session.endsAt - RENEW_BEFORE_MS) return session.credentials;
		opening ??= open().finally(() => {
			opening = void 0;
		});
		return opening;
	};
}
// src/commands/action-role.ts
/** The credentials of the role that the inputs name; undefined: they name none, and the environment has them. */
function openRole(role, { cloudEndpoints, deadlines }, environment) {
	if (!role) return void 0;
	const { roleArn, providerArn, audience } = role;
	return assumeRoleWithOidc({
		roleArn,
		providerArn,
		sessionName: role.sessionName ?? `airec-https-${environment["GITHUB_RUN_ID"] ?? "run"}`,
		readToken: () => readIdToken(audience),
		endpoint: cloudEndpoints.sts,
		callMs: deadlines.callMs
	});
}
// src/commands/repository.ts
const GITHUB_API = "https://api.github.com";
/**
* The repository of the run, as the input `github-token` may use it; undefined without a token. `GITHUB_API_URL` points to
* another host.
*/
function openRepository(environment) {
	const token = environment["INPUT_GITHUB-TOKEN"]?.trim();
	if (!token) return void 0;
	return openGitHub({
		token: new Secret(token),
		apiUrl: environment["GITHUB_API_URL"] || GITHUB_API,
		repository: environment["GITHUB_REPOSITORY"] ?? ""
	});
}
export { openRole as n, openRepository as t };
