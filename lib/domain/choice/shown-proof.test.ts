import { expect, it } from "vitest";
import { describeProof } from "./shown-proof";

const DIGEST = "c57a4ca6".padEnd(64, "0");

it.each([`sha256:${DIGEST}`, DIGEST, `fr · SHA-256 ${DIGEST}`, ` ${DIGEST.toUpperCase()} `])(
  "shows the beginning of the digest %s, and no more",
  (proof) => {
    expect(describeProof(proof)).toEqual({ kind: "digest", start: "c57a4ca6", line: "" });
  },
);

it("keeps the line of a log", () => {
  const shown = { kind: "digest", start: "c57a4ca6", line: "#12" };
  expect(describeProof(`sha256:${DIGEST} #12`)).toEqual(shown);
});

it.each(["", "FORM-1", "Appel du 12 mars, dossier 2026", "deadbeef"])("shows %j as it was stated", (text) => {
  expect(describeProof(text)).toEqual({ kind: "stated", text });
});
