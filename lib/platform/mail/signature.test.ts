import { describe, expect, it } from "vitest";
import { findSignatures } from "./signature";
import { resolver, signedMail } from "./signed-mail.fixture";

const own = { domain: "orvelle.fr", from: "direction@orvelle.fr" };
const domainsOf = async (message: Uint8Array) =>
  (await findSignatures(message, resolver)).map(({ domain }) => domain);

describe("findSignatures", () => {
  it("finds domain, selector and key of a signature that holds", async () => {
    expect(await findSignatures(await signedMail(own), resolver)).toMatchObject([
      { ...own, selector: "s1", publishedKey: expect.stringContaining("p=") },
    ]);
  });

  it("finds none once a letter of body or author is another", async () => {
    const text = (await signedMail(own)).toString();
    expect(await domainsOf(Buffer.from(text.replace("bien", "pas ")))).toEqual([]);
    expect(await domainsOf(Buffer.from(text.replace("<direction@", "<directeur@")))).toEqual([]);
  });

  it("finds none of a domain that the author is not within", async () => {
    expect(await domainsOf(await signedMail({ ...own, domain: "processeur.ma" }))).toEqual([]);
    expect(await domainsOf(await signedMail({ ...own, domain: "mail.orvelle.fr" }))).toEqual([]);
  });

  it("finds none over a part of the body", async () => {
    expect(await domainsOf(await signedMail({ ...own, length: 5 }))).toEqual([]);
  });

  it("finds none among more signatures than a person's answer has, and asks the DNS for none", async () => {
    const signed = (await signedMail(own)).toString();
    const field = signed.slice(0, signed.indexOf("From:"));
    const asked: string[] = [];
    const noting = (name: string, type: string) => {
      asked.push(name);
      return resolver(name, type);
    };
    expect(await findSignatures(Buffer.from(field.repeat(9) + signed), noting)).not.toEqual([]);
    asked.length = 0;
    expect(await findSignatures(Buffer.from(field.repeat(10) + signed), noting)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("finds none without a signature, with two authors, or without a key in the DNS", async () => {
    expect(await domainsOf(Buffer.from("From: a@orvelle.fr\r\n\r\nBonjour\r\n"))).toEqual([]);
    const signed = (await signedMail(own)).toString();
    const two = signed.replace("From: Claire", "From: Paul <paul@orvelle.fr>, Claire");
    expect(await domainsOf(Buffer.from(two))).toEqual([]);
    const silent = () => Promise.reject(new Error("timeout"));
    expect(await findSignatures(await signedMail(own), silent)).toEqual([]);
  });
});
