import { expect, it } from "vitest";
import { draftObstacle, type PlacedDraft } from "./draft-place";
import { noticeStatusOf } from "./notice-state";

const PLACED: PlacedDraft = {
  phase: "follow-up",
  createdAt: 1_000,
  status: "confirmed",
  rectification: null,
  file: { closingRecordedAt: null },
};
const back = { phase: "rectifying", status: "set-aside", rectification: "owed" } as const;

it.each<[string, Partial<PlacedDraft>, ReturnType<typeof draftObstacle>]>([
  ["an affected client", {}, null],
  ["one that was set aside", { status: "set-aside" }, "set-aside"],
  ["a rectification that is owed", back, null],
  ["a rectification to one that is affected", { ...back, status: "confirmed" }, "confirmed"],
  ["a rectification made by telephone", { ...back, rectification: "made" }, "rectified"],
  ["a rectification by another notice", { ...back, rectification: "handed-over" }, "rectified"],
  ["a file closed since", { file: { closingRecordedAt: 2_000 } }, "closed"],
  ["a rectification left at the closing", { ...back, file: { closingRecordedAt: 2_000 } }, "closed"],
  ["a final notice begun after the closing", { phase: "final", file: { closingRecordedAt: 500 } }, null],
])("says what became of a draft for %s", (_, changed, obstacle) =>
  expect(draftObstacle(Object.assign({}, PLACED, changed))).toBe(obstacle),
);

it("says of a draft that was given up that it is abandoned", () => {
  expect([
    noticeStatusOf("draft", []),
    noticeStatusOf("draft", [], true),
    noticeStatusOf("withdrawn", []),
  ]).toEqual(["draft", "abandoned", "abandoned"]);
});
