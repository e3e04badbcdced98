import { expect, it } from "vitest";
import { NO_COLUMNS, type CallLayout } from "@/lib/domain/call-log/layout";
import { askedPrefix, asksOrder, withLayout } from "./chosen-layout";

const layout: CallLayout = {
  columns: { ...NO_COLUMNS, number: 0, at: 1 },
  hasHead: true,
  delimiter: ";",
  encoding: "utf-8",
  timeFormat: "iso",
  zone: "Africa/Casablanca",
  dialPrefix: "9",
  numberCountry: null,
  countryColumn: "",
  onlyValue: "",
};
const dialled = [
  { column: 0, prefix: "9", isKnown: true, samples: [] },
  { column: 2, prefix: "88", isKnown: false, samples: [] },
];
const choose = (proposal: { layout: CallLayout; dialled: typeof dialled }, number: number) =>
  withLayout(proposal, { ...proposal.layout, columns: { ...proposal.layout.columns, number } });

it("asks about the digits of the column that is chosen, and leaves out none of another column's", () => {
  const first = { layout, dialled };
  expect(askedPrefix(first)).toBeNull();
  const other = choose(first, 2);
  expect(askedPrefix(other)?.prefix).toBe("88");
  expect(other.layout.dialPrefix).toBe("");
  const answered = withLayout(other, { ...other.layout, dialPrefix: "88" });
  expect(answered.layout.dialPrefix).toBe("88");
  expect(choose(answered, 0).layout.dialPrefix).toBe("9");
  expect(askedPrefix(choose(answered, 3))).toBeNull();
});

it("asks the order of day and month of the column that is chosen, until a person said it of that one", () => {
  const proposal = { layout, openOrders: [1, 3] };
  const ofColumn = (at: number) => ({
    ...proposal,
    layout: { ...layout, columns: { ...layout.columns, at } },
  });
  expect(asksOrder(proposal, null)).toBe(true);
  expect(asksOrder(proposal, 1)).toBe(false);
  expect(asksOrder(ofColumn(3), 1)).toBe(true);
  expect(asksOrder(ofColumn(2), null)).toBe(false);
});
