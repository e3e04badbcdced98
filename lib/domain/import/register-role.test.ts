import { describe, expect, it } from "vitest";
import { guessColumns } from "./columns";
import { planImport } from "./plan";
import { readRow } from "./read-row";
import { readRole, registerByRole, roleColumn } from "./register-role";
import { askRoles } from "./row-roles";
import type { TableRow } from "./table";

const HEAD = ["Client", "Rôle", "Activité"];
const table = (...roles: string[]): TableRow[] =>
  roles.map((role, at) => ({
    line: at + 2,
    sheet: "",
    cells: [at === 1 ? "" : "Orvelle SA", role, `Appels ${at}`],
    notes: [],
    remarks: [],
  }));

describe("readRole", () => {
  it.each([
    ["Sous-traitant", "processor"],
    ["Data processor", "processor"],
    ["معالج من الباطن", "processor"],
    ["Responsable de traitement", "controller"],
    ["Co-responsable", "controller"],
    ["Controller", "controller"],
    ["Responsable et sous-traitant", "both"],
    ["Controller / Processor", "both"],
    ["Encargado del tratamiento", "processor"],
    ["Auftragsverarbeiter", "processor"],
    ["Responsabile del trattamento", "processor"],
    ["معالج", "processor"],
    ["gemeinsam Verantwortliche", "controller"],
    ["Corresponsable", "controller"],
    ["Joint controllers", "controller"],
    ["المسؤول عن المعالجة", "controller"],
    ["interne", "unread"],
    ["", "unread"],
  ])("%j is %s", (cell, role) => expect(readRole(cell)).toBe(role));
});

it.each([
  "Rôle",
  "Role",
  "Rolle",
  "Calidad",
  "Processing role",
  "الصفة",
  "Responsable / Sous-traitant",
  "RT/ST",
  "Controller / Processor",
  "Controller or processor",
  "Rolle (Verantwortlicher/Auftragsverarbeiter)",
  "Responsable / encargado",
])("%s heads a column of roles, and names nobody", (head) => {
  expect(roleColumn(["Activité", head])).toBe(1);
  expect(guessColumns([head], [["x"]])[0]!.target).toBe("note");
});

it.each(["Responsable", "Sous-traitants", "Controller", "Verantwortlicher", "Encargado"])(
  "%s heads none",
  (head) => {
    expect(roleColumn([head])).toBe(-1);
  },
);

describe("registerByRole", () => {
  it("follows a column that says one role, and no column that says both", () => {
    const registerOf = (...roles: string[]) =>
      registerByRole(
        HEAD,
        table(...roles).map(({ cells }) => [...cells]),
      );
    expect(registerOf("Sous-traitant", "")).toBe("processor");
    expect(registerOf("Responsable", "Responsable")).toBe("controller");
    expect(registerOf("Sous-traitant", "Responsable")).toBeNull();
    expect(registerOf("Responsable et sous-traitant")).toBeNull();
    expect(registerOf("", "")).toBeNull();
  });
});

describe("a column that mixes both roles", () => {
  const roles = ["Sous-traitant", "Responsable", "Responsable et sous-traitant", "interne", "Responsable"];
  const plan = (answers: Record<string, string> = {}, register: "processor" | "controller" = "processor") => {
    const rows = askRoles(table(...roles), HEAD, register);
    const mapping = guessColumns(
      HEAD,
      rows.map(({ cells }) => cells),
      register,
    );
    const readings = rows.map((row, at) => ({ ...readRow({ ...row, mapping }), fingerprint: String(at) }));
    return planImport({
      capacity: register,
      readings,
      records: [],
      controllers: [],
      remembered: new Map(),
      today: "2026-11-28",
      decisions: { rows: {}, controllers: {}, questions: answers },
    });
  };

  it("is asked by the words of the role, and holds their rows", () => {
    const { rows, questions } = plan();
    expect(rows.map(({ reason }) => reason)).toEqual([null, "question", "question", "question", "question"]);
    expect(questions.map(({ doubt, rows: count }) => [doubt.params.text, doubt.params.role, count])).toEqual([
      ["Responsable", "controller", 2],
      ["Responsable et sous-traitant", "both", 1],
      ["interne", "unread", 1],
    ]);
    expect(plan({}, "controller").rows.map(({ reason }) => reason)).toEqual([
      "question",
      null,
      "question",
      "question",
      null,
    ]);
  });

  it("lets a row in or leaves it to the other register, and may be answered otherwise later", () => {
    const [others, both, unread] = plan().questions.map(({ key }) => key);
    const answered = plan({ [others!]: "aside", [both!]: "here", [unread!]: "aside" });
    expect(answered.rows.map(({ reason }) => reason)).toEqual([
      null,
      "other-register",
      null,
      "other-register",
      "other-register",
    ]);
    expect(answered.questions.map(({ answer }) => answer).toSorted()).toEqual(["aside", "aside", "here"]);
    // A row that comes in must still name its controller, art. 30(2)(a).
    expect(plan({ [others!]: "here" }).rows[1]?.reason).toBe("no-controller");
  });

  it("is no question that could be left open", () => {
    const { questions } = plan();
    const open = Object.fromEntries(questions.map(({ key }) => [key, "open"]));
    expect(
      plan(open)
        .rows.map(({ reason }) => reason)
        .slice(1),
    ).toEqual(Array(4).fill("question"));
  });

  it("asks nothing where every row has one role", () => {
    const rows = table("Responsable", "Responsable");
    expect(askRoles(rows, HEAD, "processor")).toEqual(rows);
    expect(askRoles(rows, ["Client", "Ville", "Activité"], "processor")).toEqual(rows);
  });
});
