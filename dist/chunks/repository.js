import { rt as Secret } from "./observe-endpoint.js";
import { t as openGitHub } from "./github.js";
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
export { openRepository as t };
