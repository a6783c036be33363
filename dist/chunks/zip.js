import { crc32, inflateRawSync } from "node:zlib";
// src/airec/zip.ts
const LOCAL_HEADER = 67324752;
const CENTRAL_HEADER = 33639248;
const END_OF_DIRECTORY = 101010256;
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_OF_DIRECTORY_BYTES = 22;
const MAX_COMMENT_BYTES = 65535;
const ENCRYPTED = 1;
const UTF8_NAMES = 2048;
const STORED = 0;
const DEFLATED = 8;
/** 1980-01-01, the earliest that a zip can express. */
const FIXED_DATE = 33;
/** Why an archive is refused. */
var ZipFault = class extends Error {
	name = "ZipFault";
	kind;
	constructor(kind, message, options) {
		super(message, options);
		this.kind = kind;
	}
};
/**
* The files in `archive`, folders left out, in the order of its central directory (PKWARE APPNOTE §4.3).
* Sizes are summed before anything is inflated, and inflation stops at the size that was declared, so an
* archive that lies about its sizes costs no more than one that does not.
*
* @throws ZipFault
*/
function readZip(archive, limits) {
	const headers = readDirectory(archive, limits).filter((header) => !header.name.endsWith("/"));
	const total = headers.reduce((sum, header) => sum + header.size, 0);
	if (total > limits.bytes) throw new ZipFault("too-large", `it unpacks to ${String(total)} bytes, at most ${String(limits.bytes)} are read`);
	if (new Set(headers.map((header) => header.name)).size < headers.length) throw new ZipFault("malformed", "two of its entries have the same name");
	return headers.map((header) => ({
		name: header.name,
		data: readEntry(archive, header)
	}));
}
/** An archive of `entries`, uncompressed. */
function storeZip(entries) {
	const parts = [];
	const directory = [];
	let offset = 0;
	for (const { name, data } of entries) {
		const nameBytes = Buffer.from(name, "utf8");
		const local = Buffer.alloc(LOCAL_HEADER_BYTES);
		local.writeUInt32LE(LOCAL_HEADER, 0);
		local.writeUInt16LE(20, 4);
		local.writeUInt16LE(UTF8_NAMES, 6);
		local.writeUInt16LE(FIXED_DATE, 12);
		local.writeUInt32LE(crc32(data), 14);
		local.writeUInt32LE(data.length, 18);
		local.writeUInt32LE(data.length, 22);
		local.writeUInt16LE(nameBytes.length, 26);
		const central = Buffer.alloc(CENTRAL_HEADER_BYTES);
		central.writeUInt32LE(CENTRAL_HEADER, 0);
		central.writeUInt16LE(20, 4);
		local.copy(central, 6, 4);
		central.writeUInt32LE(offset, 42);
		parts.push(local, nameBytes, data);
		directory.push(central, nameBytes);
		offset += LOCAL_HEADER_BYTES + nameBytes.length + data.length;
	}
	const end = Buffer.alloc(END_OF_DIRECTORY_BYTES);
	end.writeUInt32LE(END_OF_DIRECTORY, 0);
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([
		...parts,
		...directory,
		end
	]);
}
/** `archive` with the time of every entry set to 1980-01-01 00:00, so that equal content has equal bytes. */
function fixZipTimes(archive) {
	const fixed = Buffer.from(archive);
	for (const header of readDirectory(archive, {
		entries: 65535,
		bytes: 1e400
	})) {
		fixed.writeUInt32LE(FIXED_DATE << 16, header.position + 12);
		fixed.writeUInt32LE(FIXED_DATE << 16, header.localOffset + 10);
	}
	return fixed;
}
function readDirectory(archive, limits) {
	const end = findEndOfDirectory(archive);
	const count = archive.readUInt16LE(end + 10);
	if (count > limits.entries) throw new ZipFault("too-large", `it has ${String(count)} entries, at most ${String(limits.entries)} are read`);
	const headers = [];
	let position = archive.readUInt32LE(end + 16);
	for (let index = 0; index < count; index += 1) {
		if (position + CENTRAL_HEADER_BYTES > end || archive.readUInt32LE(position) !== CENTRAL_HEADER) throw new ZipFault("malformed", "its directory is incomplete");
		const nameLength = archive.readUInt16LE(position + 28);
		const nameStart = position + CENTRAL_HEADER_BYTES;
		headers.push({
			name: archive.toString("utf8", nameStart, nameStart + nameLength).replace(/^\//, ""),
			flags: archive.readUInt16LE(position + 8),
			method: archive.readUInt16LE(position + 10),
			checksum: archive.readUInt32LE(position + 16),
			compressedSize: archive.readUInt32LE(position + 20),
			size: archive.readUInt32LE(position + 24),
			localOffset: archive.readUInt32LE(position + 42),
			position
		});
		position = nameStart + nameLength + archive.readUInt16LE(position + 30) + archive.readUInt16LE(position + 32);
	}
	return headers;
}
function findEndOfDirectory(archive) {
	const last = archive.length - END_OF_DIRECTORY_BYTES;
	for (let position = last; position >= Math.max(0, last - MAX_COMMENT_BYTES); position -= 1) if (archive.readUInt32LE(position) === END_OF_DIRECTORY) return position;
	throw new ZipFault("not-a-zip", "it is not a zip archive");
}
function readEntry(archive, header) {
	const quoted = JSON.stringify(header.name);
	const { localOffset, method, size } = header;
	if ((header.flags & ENCRYPTED) !== 0) throw new ZipFault("malformed", `its entry ${quoted} is encrypted`);
	if (localOffset + LOCAL_HEADER_BYTES > archive.length || archive.readUInt32LE(localOffset) !== LOCAL_HEADER) throw new ZipFault("malformed", `its entry ${quoted} is missing`);
	const start = localOffset + LOCAL_HEADER_BYTES + archive.readUInt16LE(localOffset + 26) + archive.readUInt16LE(localOffset + 28);
	const packed = archive.subarray(start, start + header.compressedSize);
	const data = method === STORED ? packed : inflate(packed, header);
	if (data.length !== size || crc32(data) !== header.checksum) throw new ZipFault("malformed", `its entry ${quoted} does not have the size and checksum it declares`);
	return data;
}
function inflate(packed, { name, method, size }) {
	const quoted = JSON.stringify(name);
	if (method !== DEFLATED) throw new ZipFault("malformed", `its entry ${quoted} uses the unknown compression ${String(method)}`);
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
	} catch (error) {
		throw new ZipFault("malformed", `its entry ${quoted} does not unpack to the size it declares`, { cause: error });
	}
}
export { storeZip as i, fixZipTimes as n, readZip as r, ZipFault as t };
