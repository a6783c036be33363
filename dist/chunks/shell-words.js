// src/reports/shell-words.ts
/** Words as a POSIX shell reads them, quoted where they have to be. */
function shellWords(words) {
	return words.map(quote).join(" ");
}
function quote(word) {
	return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
export { shellWords as t };
