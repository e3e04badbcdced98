import { promisify } from "node:util";
import yauzl from "yauzl";
import { Refused } from "./refused.mjs";

/** Parts with cells and comments, and the tables that have filters. Pictures and other parts are never unpacked. */
const WANTED = {
  xlsx: /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/(?:threadedComments|persons|tables)\/[^/]+\.xml)$/,
  ods: /^(?:mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/,
};

const open = promisify(yauzl.fromBuffer);

/**
 * The wanted parts of an archive by their names, each unpacked to no more than the size it is said to have.
 * @param {Buffer} bytes
 * @param {"xlsx" | "ods"} format
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function unpackParts(bytes, format) {
  const zip = await open(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  const parts = new Map();
  for await (const entry of entriesOf(zip)) {
    if (!WANTED[format].test(entry.fileName)) continue;
    parts.set(entry.fileName, await unpack(zip, entry));
  }
  return parts;
}

async function* entriesOf(zip) {
  for (let at = 0; at < zip.entryCount; at += 1) {
    yield await new Promise((resolve, reject) => {
      zip.once("error", reject);
      zip.once("entry", (entry) => {
        zip.removeListener("error", reject);
        resolve(entry);
      });
      zip.readEntry();
    });
  }
}

async function unpack(zip, entry) {
  const chunks = [];
  try {
    const stream = await promisify(zip.openReadStream.bind(zip))(entry);
    for await (const chunk of stream) chunks.push(chunk);
  } catch {
    throw new Refused("brokenZip");
  }
  return Buffer.concat(chunks);
}
