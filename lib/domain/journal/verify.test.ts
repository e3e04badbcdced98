import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chain, digestEntry, genesis, SALT_BYTES } from "./seal";
import { verifyChain, type ChainEntry, type Verdict } from "./verify";

type Link = Required<Omit<ChainEntry, "columns">> & { seq: number };
type Chain = { entries: Link[]; head: { seq: number; h: Uint8Array } };

const CHAIN_ID = "01234567-89ab-7def-8123-456789abcdef";
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const salt = fc.uint8Array({ minLength: SALT_BYTES, maxLength: SALT_BYTES });
const anyChain = (minLength = 0) =>
  fc
    .array(fc.tuple(salt, fc.string({ unit: "grapheme", minLength: 1 })), { minLength, maxLength: 12 })
    .map(build);
const place = fc.nat();

function build(texts: [salt: Uint8Array, text: string][]): Chain {
  let head: Chain["head"] = { seq: 0, h: genesis(sha256, CHAIN_ID) };
  const entries = texts.map(([entrySalt, text]) => {
    const d = digestEntry(sha256, entrySalt, text);
    head = { seq: head.seq + 1, h: chain(sha256, head.h, d) };
    return { seq: head.seq, d, h: head.h, salt: entrySalt, text };
  });
  return { entries, head };
}

function verify({ entries, head }: { entries: ChainEntry[]; head: Chain["head"] }): Promise<Verdict> {
  return verifyChain({ chainId: CHAIN_ID, entries, head, sha256 });
}

async function faultOf(tampered: Chain): Promise<string> {
  const verdict = await verify(tampered);
  return verdict.ok ? "none" : verdict.fault;
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << (at % 8)) : byte));
}

function replace(whole: Chain, index: number, change: (entry: Link) => Partial<Link>): Chain {
  return { ...whole, entries: whole.entries.map((e, i) => (i === index ? { ...e, ...change(e) } : e)) };
}

describe("a chain that nobody touched", () => {
  it("is whole", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(), async (whole) => {
        const count = whole.entries.length;
        expect(await verify(whole)).toEqual({ ok: true, count, cleared: 0, head: whole.head });
      }),
    );
  });

  it("stays whole whichever texts the retention verb cleared", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyChain(1),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        async (whole, gone) => {
          const entries = whole.entries.map((e, i) => (gone[i] ? { ...e, salt: null, text: null } : e));
          const cleared = gone.slice(0, entries.length).filter(Boolean).length;
          expect(await verify({ ...whole, entries })).toMatchObject({ ok: true, cleared });
        },
      ),
    );
  });

  it("can be verified in parts, from a stream, with the numbers of PostgreSQL", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), place, async ({ entries, head }, at) => {
        const cut = at % entries.length;
        const from = cut === 0 ? undefined : { seq: BigInt(cut), h: entries[cut - 1]!.h };
        async function* rest() {
          for (const entry of entries.slice(cut)) yield { ...entry, seq: BigInt(entry.seq) };
        }
        const verdict = await verifyChain({ chainId: CHAIN_ID, entries: rest(), from, head, sha256 });
        expect(verdict).toMatchObject({ ok: true, count: entries.length - cut });
      }),
    );
  });
});

describe("tampering at random", () => {
  it.each(["d", "h", "salt"] as const)("finds a bit flipped in %s", async (field) => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), place, place, async (whole, at, byte) => {
        const tampered = replace(whole, at % whole.entries.length, (e) => ({
          [field]: flip(e[field]!, byte),
        }));
        expect(await faultOf(tampered)).toBe(field === "h" ? "chain-broken" : "digest-mismatch");
      }),
    );
  });

  it("finds a text changed by one character", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), place, place, async (whole, at, character) => {
        const tampered = replace(whole, at % whole.entries.length, ({ text }) => {
          const index = character % text!.length;
          const other = text![index] === "x" ? "y" : "x";
          return { text: text!.slice(0, index) + other + text!.slice(index + 1) };
        });
        expect(await faultOf(tampered)).toBe("digest-mismatch");
      }),
    );
  });

  it("finds a digest changed under a cleared text, and a text changed with its digest", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), place, place, async (whole, at, byte) => {
        const index = at % whole.entries.length;
        const cleared = replace(whole, index, (e) => ({ salt: null, text: null, d: flip(e.d, byte) }));
        expect(await faultOf(cleared)).toBe("chain-broken");
        const rewritten = replace(whole, index, (e) => {
          const text = `${e.text}!`;
          return { text, d: digestEntry(sha256, e.salt!, text) };
        });
        expect(await faultOf(rewritten)).toBe("chain-broken");
      }),
    );
  });

  it("finds a chain recomputed from one entry on, by the head known before", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), place, async (whole, at) => {
        const index = at % whole.entries.length;
        const forged = build(whole.entries.map((e, i) => [e.salt!, i === index ? `${e.text}!` : e.text!]));
        expect(await verify(forged)).toMatchObject({ ok: true });
        expect(await faultOf({ ...forged, head: whole.head })).toBe("head-mismatch");
      }),
    );
  });

  it("finds two entries swapped, with their numbers or without", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(2), place, place, async (whole, a, b) => {
        const [i, j] = [a % whole.entries.length, b % whole.entries.length];
        fc.pre(i !== j);
        const order = whole.entries.map((_, k) => (k === i ? j : k === j ? i : k));
        const moved = order.map((k) => whole.entries[k]!);
        expect(await faultOf({ ...whole, entries: moved })).toBe("gap-in-sequence");
        const renumbered = moved.map((e, k) => ({ ...e, seq: k + 1 }));
        const areTwins = whole.entries[i]!.d.every((byte, k) => byte === whole.entries[j]!.d[k]);
        fc.pre(!areTwins);
        expect(await faultOf({ ...whole, entries: renumbered })).toBe("chain-broken");
      }),
    );
  });

  it("finds an entry taken out, and one put in", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), anyChain(1), place, async (whole, other, at) => {
        const index = at % whole.entries.length;
        const without = whole.entries.toSpliced(index, 1);
        const isLast = index === whole.entries.length - 1;
        expect(await faultOf({ ...whole, entries: without })).toBe(isLast ? "tail-cut" : "gap-in-sequence");
        const twice = whole.entries.toSpliced(index, 0, whole.entries[index]!);
        expect(await faultOf({ ...whole, entries: twice })).toBe("duplicate-sequence");
        const added = { ...other.entries[0]!, seq: index + 1 };
        expect(await faultOf({ ...whole, entries: whole.entries.toSpliced(index, 0, added) })).not.toBe(
          "none",
        );
      }),
    );
  });

  it("finds the tail cut, and an entry beyond the head", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), place, async (whole, at) => {
        const stored = at % whole.entries.length;
        expect(await faultOf({ ...whole, entries: whole.entries.slice(0, stored) })).toBe("tail-cut");
        const before = whole.entries[stored - 1]?.h ?? genesis(sha256, CHAIN_ID);
        expect(await faultOf({ ...whole, head: { seq: stored, h: before } })).toBe("head-mismatch");
      }),
    );
  });

  it("finds a half-cleared text", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), place, async (whole, at) => {
        const index = at % whole.entries.length;
        expect(await faultOf(replace(whole, index, () => ({ salt: null })))).toBe("text-without-salt");
        expect(await faultOf(replace(whole, index, () => ({ text: null })))).toBe("salt-without-text");
      }),
    );
  });

  it("finds a byte that wandered from text to salt", async () => {
    const whole = build([[new Uint8Array(SALT_BYTES), "abc"]]);
    const wandered = replace(whole, 0, (e) => ({ salt: Uint8Array.from([...e.salt!, 97]), text: "bc" }));
    expect(await faultOf(wandered)).toBe("digest-mismatch");
  });

  it("finds half a character put for the sign that stands for one", async () => {
    const whole = build([[new Uint8Array(SALT_BYTES), "\ufffd"]]);
    expect(await faultOf(replace(whole, 0, () => ({ text: "\ud83d" })))).toBe("digest-mismatch");
  });

  it("finds a chain passed off as another organisation's", async () => {
    const { entries, head } = build([[new Uint8Array(SALT_BYTES), "abc"]]);
    const verdict = await verifyChain({ chainId: CHAIN_ID.replace("0", "1"), entries, head, sha256 });
    expect(verdict).toEqual({ ok: false, seq: 1, fault: "chain-broken" });
  });

  it("names the place", async () => {
    const whole = build(["a", "b", "c", "d"].map((text) => [new Uint8Array(SALT_BYTES), text]));
    expect(await verify(replace(whole, 2, () => ({ text: "C" })))).toEqual({
      ok: false,
      seq: 3,
      fault: "digest-mismatch",
    });
  });
});

describe("an extract", () => {
  const extractOf = ({ entries }: Chain, shown: boolean[]) =>
    entries.map(({ seq, d, salt: entrySalt, text }, index) =>
      shown[index] ? { seq, d, salt: entrySalt, text } : { seq, d },
    );
  const shows = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

  it("verifies with the digest alone of what it leaves out", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), shows, async (whole, shown) => {
        const entries = extractOf(whole, shown);
        const verdict = await verifyChain({ chainId: CHAIN_ID, entries, head: whole.head, sha256 });
        expect(verdict).toMatchObject({ ok: true, count: entries.length });
      }),
    );
  });

  it("betrays a changed text, a changed digest and a left-out link", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(1), shows, place, async (whole, shown, at) => {
        const entries = extractOf(whole, shown);
        const index = at % entries.length;
        const entry = entries[index]!;
        const changed = entry.text
          ? { ...entry, text: `${entry.text}!` }
          : { ...entry, d: flip(entry.d, at) };
        for (const tampered of [entries.with(index, changed), entries.toSpliced(index, 1)]) {
          const verdict = await verifyChain({
            chainId: CHAIN_ID,
            entries: tampered,
            head: whole.head,
            sha256,
          });
          expect(verdict.ok).toBe(false);
        }
      }),
    );
  });
});
