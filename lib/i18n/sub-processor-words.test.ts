import { expect, test } from "vitest";
import { FLOWING_TERMS, VERDICTS } from "@/lib/domain/authorisation/flow-down";
import { CERTIFICATION_KINDS } from "@/lib/domain/sub-processor/content";
import { FIELD_SECTIONS, fieldsOf } from "@/lib/domain/sub-processor/fields";
import { SUB_PROCESSOR_EVENTS, SUB_PROCESSOR_STATES } from "@/lib/domain/sub-processor/lifecycle";
import { CHAIN_RULES, SUB_PROCESSOR_RULES } from "@/lib/domain/sub-processor/rules";
import { SUB_PROCESSOR_SECTIONS } from "@/lib/domain/sub-processor/sections";
import { translator } from "./translator";

// The other languages have the same keys: `messages-check` sees to it.
const t = await translator("fr", "sub-processor");
const gaps = await translator("fr", "sub-processor-gaps");

test("every section, field and answer of a sub-processor has its words", () => {
  const sections = SUB_PROCESSOR_SECTIONS.flatMap((section) =>
    ["parts", "leads", "articles"].map((group) => `${group}.${section}`),
  );
  const fields = FIELD_SECTIONS.flatMap((section) =>
    fieldsOf(section).flatMap(([name, of]) => [
      `fields.${section}.${name}`,
      ...(of.kind === "choice" ? of.options.map((option) => `choices.${of.words}.${option}`) : []),
    ]),
  );
  const rest = [
    ...CERTIFICATION_KINDS.map((kind) => `choices.certification.${kind}`),
    ...SUB_PROCESSOR_STATES.map((state) => `states.${state}`),
    ...SUB_PROCESSOR_EVENTS.flatMap((event) => [`events.${event}.label`, `events.${event}.done`]),
  ];
  expect([...sections, ...fields, ...rest].filter((key) => !t.has(key))).toEqual([]);
});

test("every line of a comparison has its words", async () => {
  const words = await translator("fr", "flow-down");
  const keys = [
    ...Object.keys(FLOWING_TERMS).map((term) => `terms.${term}`),
    ...VERDICTS.map((verdict) => `verdicts.${verdict}`),
    ...["authorisation", "endFate", "auditRights"].flatMap((name) => {
      const field = fieldsOf("terms").find(([known]) => known === name)![1];
      return field.kind === "choice" ? field.options.map((option) => `choices.${name}.${option}`) : [];
    }),
  ];
  expect(keys.filter((key) => !words.has(key))).toEqual([]);
});

test("every gap of a sub-processor says what is wrong and why", () => {
  const pieces = ["contract", "location", "module-3", "assessment"].map((piece) => `${piece}-missing`);
  const rules = [...[...SUB_PROCESSOR_RULES, ...CHAIN_RULES].map(({ id }) => id), ...pieces];
  const keys = rules.flatMap((id) => [`rules.${id}.short`, `rules.${id}.why`]);
  expect(keys.filter((key) => !gaps.has(key))).toEqual([]);
});
