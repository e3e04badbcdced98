import { expect, test } from "vitest";
import { TRANSFER_SECTIONS } from "@/lib/domain/transfer/content";
import { fieldsOf, HEADINGS } from "@/lib/domain/transfer/fields";
import { TRANSFER_EVENTS } from "@/lib/domain/transfer/lifecycle";
import { TRANSFER_STATUSES } from "@/lib/domain/transfer/status";
import { TRANSFER_RULES } from "@/lib/domain/transfer/transfer-rules";
import { translator } from "./translator";

// The other languages have the same keys: `messages-check` sees to it.
const t = await translator("fr", "transfer");
const gaps = await translator("fr", "transfer-gaps");

test("every field of a transfer, and every answer to choose, has its words", () => {
  const fields = TRANSFER_SECTIONS.flatMap((section) =>
    fieldsOf(section).flatMap(([name, of]) => [
      `fields.${section}.${name}`,
      ...(of.kind === "choice" ? of.options.map((option) => `choices.${name}.${option}`) : []),
    ]),
  );
  const states = [
    ...TRANSFER_STATUSES.map((status) => `statuses.${status}`),
    ...TRANSFER_EVENTS.flatMap((event) => [`events.${event}.label`, `events.${event}.done`]),
    ...Object.values(HEADINGS).map((heading) => `headings.${heading}`),
  ];
  expect([...fields, ...states].filter((key) => !t.has(key))).toEqual([]);
});

test("every gap of a transfer says what is wrong and why", () => {
  const keys = TRANSFER_RULES.flatMap(({ id }) => [`rules.${id}.short`, `rules.${id}.why`]);
  expect(keys.filter((key) => !gaps.has(key))).toEqual([]);
});
