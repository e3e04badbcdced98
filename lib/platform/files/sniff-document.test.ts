import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zipOf } from "@/lib/platform/sheets/zip.fixture";
import { compoundOf, docxOf, EML, PDF, WEBP } from "./documents.fixture";
import { JPEG, pngOf, SVG } from "./images.fixture";
import { sniffDocument } from "./sniff-document";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";
const TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

const text = (stated: string) => new Uint8Array(Buffer.from(stated, "latin1"));
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const zip = zipOf([{ name: "a.txt", body: "a" }]);

describe("sniffDocument", () => {
  it.each([
    ["a PDF", PDF, "application/pdf"],
    ["a PDF with a line after its end", joined(PDF, text("\r\n\0")), "application/pdf"],
    ["a DOCX", docxOf(), DOCX],
    ["a DOCX whose document is numbered", docxOf({ part: "word/document2.xml", more: [other()] }), DOCX],
    ["a PNG", pngOf(4, 4), "image/png"],
    ["a JPEG", JPEG, "image/jpeg"],
    ["a WebP", WEBP, "image/webp"],
    ["a message", EML, "message/rfc822"],
    ["a message of Outlook", compoundOf("__properties_version1.0"), "application/vnd.ms-outlook"],
    ["a message with a drawing in it", joined(EML, SVG), "message/rfc822"],
  ])("takes %s", async (_, bytes, expected) => {
    expect(await sniffDocument(bytes)).toBe(expected);
  });

  it.each([
    ["nothing", new Uint8Array(), "type"],
    ["a page", text("<!doctype html><script>alert(1)</script>"), "type"],
    ["a page behind a header", text("From: a\r\n<script>alert(1)</script>"), "type"],
    ["a document of an old Word", compoundOf("WordDocument"), "type"],
    ["a message of Outlook cut short", compoundOf("__properties_version1.0").subarray(0, 900), "broken"],
    ["an SVG", SVG, "svg"],
    ["a program", text("MZ\x90\0\x03"), "type"],
    ["a message from nobody", text("Subject: x\r\nDate: y\r\n\r\n"), "type"],
    ["a message with a NUL", joined(EML, text("\0")), "type"],
    ["any archive", zip, "type"],
    ["a DOCX that names no document", docxOf({ part: "word/other.xml" }), "type"],
    ["a template", docxOf({ main: TEMPLATE }), "type"],
    ["a DOCX with macros", docxOf({ main: MACROS }), "macros"],
    ["a DOCX that hides macros", docxOf({ more: [{ name: "word/vbaProject.bin", body: "x" }] }), "macros"],
    ["a bomb", docxOf({ more: [{ name: "word/media/a.emf", body: new Uint8Array(8_000_000) }] }), "bomb"],
    ["a DOCX that climbs out", docxOf({ more: [{ name: "../a", body: "x" }] }), "broken"],
    ["a DOCX cut short", docxOf().slice(0, 200), "broken"],
    ["a DOCX under a password", docxOf({ more: [{ name: "a", body: "x", isEncrypted: true }] }), "encrypted"],
    ["a PDF cut short", PDF.slice(0, 100), "broken"],
    ["a PDF of no version", text("%PDF-x"), "broken"],
    ["a PNG cut short", pngOf(4, 4).slice(0, 40), "broken"],
    ["a WebP cut short", WEBP.slice(0, 18), "broken"],
    ["a PDF with a page behind it", joined(PDF, text("<script>")), "polyglot"],
    ["a PDF that is an archive", joined(PDF, zip), "polyglot"],
    ["a PNG with a tail", joined(pngOf(4, 4), text("x")), "polyglot"],
    ["a WebP with a tail", joined(WEBP, text("tail")), "polyglot"],
    ["a JPEG that is an archive", joined(JPEG, zip), "polyglot"],
    ["a JPEG that is a PDF", joined(JPEG, PDF), "polyglot"],
    ["a DOCX that is a PDF", zipOf([{ name: "%PDF-1.4", body: "x", isStored: true }]), "polyglot"],
  ])("refuses %s", async (_, bytes, expected) => {
    expect(await sniffDocument(bytes)).toBe(expected);
  });

  it("answers whatever it is given, and never reads beyond", async () => {
    const head = fc.constantFrom(
      "",
      "PK\x03\x04",
      "%PDF-1.4",
      "RIFF\0\0\0\0WEBP",
      "\x89PNG\r\n\x1a\n",
      "From: ",
    );
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 120 }), async (signature, rest) => {
        expect(await sniffDocument(joined(text(signature), rest))).toMatch(/^[a-z/.0-9-]+$/);
      }),
    );
  });
});

function other() {
  return { name: "word/document2.xml", body: "<w:document/>" };
}
