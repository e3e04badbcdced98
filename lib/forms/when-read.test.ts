import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

type Check = {
  _zod: {
    def: { check: string; path?: unknown[]; when?: (payload: { issues: unknown[] }) => boolean };
  };
};

const modules = import.meta.glob<Record<string, unknown>>("../features/*/schema.ts", { eager: true });
const exported = Object.entries(modules).flatMap(([path, names]) =>
  Object.entries(names).flatMap(([name, value]) => {
    const noun = path.split("/")[2] ?? path;
    if (value instanceof z.ZodType) return [[`${noun} ${name}`, value] as const];
    // Sections of a document, each with its form.
    return Object.entries(value ?? {}).flatMap(([section, one]) =>
      one instanceof z.ZodType ? [[`${noun} ${name}.${section}`, one] as const] : [],
    );
  }),
);

/** Objects within a schema that have checks of several fields: of a form, and of the rows in it. */
function objectsIn(schema: unknown, seen = new Set<unknown>()): z.ZodObject[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const inner =
    schema instanceof z.ZodType ? Object.values(schema._zod.def) : Array.isArray(schema) ? schema : [];
  const own = schema instanceof z.ZodObject ? Object.values(schema.shape) : [];
  const found = [...inner, ...own].flatMap((one) => objectsIn(one, seen));
  return schema instanceof z.ZodObject && checksOf(schema).length > 0 ? [schema, ...found] : found;
}

function checksOf(schema: z.ZodType): Check[] {
  return ((schema._zod.def.checks ?? []) as Check[]).filter(({ _zod }) => _zod.def.check === "custom");
}

/** True of a check that is left out while a field is unread. */
function waitsFor({ _zod: { def } }: Check, field: string): boolean {
  return def.when?.({ issues: [{ path: [field] }] }) === false;
}

/** Checks that may have named a fault beside a field: those that say so, and those that say nothing and read it. */
function checksBeside(checks: readonly Check[], field: string): Check[] {
  return checks.filter((check) => {
    const [said] = check._zod.def.path ?? [];
    return said === undefined ? field === "" || waitsFor(check, field) : said === field;
  });
}

const ID = "0192f0e4-7b1e-7000-8000-000000000001";
const POOL: readonly unknown[] = [
  ...["", "x", "A reason of some words", null, undefined, [], ["x"], [ID], ID, true, "on", 0, 1, "1"],
  ...[
    "2026-12-01",
    "2026-03-22",
    "2027-03-28",
    "02:30",
    "10:00",
    "1,5",
    "FR",
    "+33612345678",
    "Africa/Casablanca",
    "a".repeat(64),
  ],
];
const UNREADABLE: readonly unknown[] = [{ a: [{}] }, [[{}]], "?".repeat(100_000), Number.NaN];

/** Codes of an answer, wherever they stand in its schema. */
function codesIn(schema: unknown, seen = new Set<unknown>()): unknown[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  if (schema instanceof z.ZodEnum) return schema.options;
  const inner =
    schema instanceof z.ZodType ? Object.values(schema._zod.def) : Array.isArray(schema) ? schema : [];
  return inner.flatMap((one) => codesIn(one, seen));
}

const readable = (field: z.ZodType) => {
  const codes = codesIn(field);
  return [...POOL, ...codes, ...codes.map((code) => [code])].filter(
    (value) => field.safeParse(value).success,
  );
};

function formsOf(schema: z.ZodObject): Record<string, unknown>[] {
  const fields = Object.entries(schema.shape).map(
    ([name, field]) => [name, readable(field as z.ZodType)] as const,
  );
  const arbitraries = fields.map(([name, values]) => [
    name,
    fc.constantFrom(...(values.length > 0 ? values : [undefined])),
  ]);
  return fc.sample(fc.record(Object.fromEntries(arbitraries)), { numRuns: 1500, seed: 1 });
}

const faultsOf = (schema: z.ZodObject, form: unknown) =>
  (schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);

const checked = exported.flatMap(([name, schema]) =>
  objectsIn(schema).map((object, index) => [index === 0 ? name : `${name} #${index}`, object] as const),
);
const forms = [...new Map(checked.map(([name, object]) => [object, name])).entries()].map(
  ([object, name]) => [name, object] as const,
);

describe("checks of several fields of a form", () => {
  it("are found", () => expect(forms.length).toBeGreaterThan(25));

  it.each(forms)("say which fields they read: %s", (_, schema) => {
    for (const { _zod } of checksOf(schema)) expect(_zod.def.when).toBeTypeOf("function");
  });

  it.each(forms)("name their fault together with that of any other field: %s", (_, schema) => {
    const checks = checksOf(schema);
    const found = new Map<string, Record<string, unknown>>();
    for (const form of formsOf(schema))
      for (const fault of faultsOf(schema, form)) if (!found.has(fault)) found.set(fault, form);
    expect(found.size).toBeGreaterThan(0);
    for (const [fault, form] of found) {
      const [at = ""] = fault.split(/[. ]/);
      const makers = checksBeside(checks, at);
      const others = Object.keys(schema.shape).filter(
        (name) => name !== at && !makers.some((check) => waitsFor(check, name)),
      );
      for (const name of others) {
        const field = schema.shape[name] as z.ZodType;
        const unread = UNREADABLE.find((value) => !field.safeParse(value).success);
        if (unread === undefined) continue;
        const faults = faultsOf(schema, { ...form, [name]: unread });
        expect(faults, `${fault} beside ${name}`).toContain(fault);
        expect(faults.some((one) => one.startsWith(name))).toBe(true);
      }
      expect(others.length, fault).toBeGreaterThan(0);
    }
  });
});
