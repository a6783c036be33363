// src/reports/client-words.ts
const CLIENT_WORDS = {
	chrome: "Chrome",
	firefox: "Firefox",
	java: "Java",
	android: "Android",
	openssl: "OpenSSL"
};
/** `Java`: the client as people call it. */
function clientWords({ client }) {
	return CLIENT_WORDS[client];
}
/** The same for a name out of a report; one that is not known stays as it is. */
function clientNameWords(name) {
	const words = CLIENT_WORDS;
	return (Object.hasOwn(words, name) ? words[name] : void 0) ?? name;
}
export { clientWords as n, clientNameWords as t };
