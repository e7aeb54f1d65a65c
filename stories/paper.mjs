// The words of a downloaded document, read without Reper: a PDF by poppler's pdftotext, a DOCX out of its archive.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";

const run = promisify(execFile);
const plain = (text) => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");

/** What a PDF says; nothing where this machine has no pdftotext. */
export async function pdfText(path) {
  try {
    return plain((await run("pdftotext", ["-layout", path, "-"], { maxBuffer: 1 << 26 })).stdout);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** What a DOCX says. */
export async function docxText(path) {
  const xml = entry(await readFile(path), "word/document.xml").toString();
  const words = xml.replaceAll(/<\/w:p>|<w:tab\/>/g, " ").replaceAll(/<[^>]+>/g, "");
  return plain(words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&#39;", "'").replaceAll("&amp;", "&"));
}

/** A file of a ZIP archive, found by the directory at its end. */
function entry(zip, wanted) {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((part) => zip.readUInt16LE(at + part));
    if (zip.toString("utf8", at + 46, at + 46 + name) === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    }
    at += 46 + name + extra + comment;
  }
  throw new Error(`${wanted} is not in the archive`);
}
