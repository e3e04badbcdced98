import { coverageClosings } from "@/lib/domain/measure/coverage";
import { undatedOf } from "@/lib/domain/obligation/types";
import { COUNTED, type FindLacks } from "./asked";

/** Letters of article 32(1) that a measure began to serve, at the instant of its version. */
export const findClosedCoverage: FindLacks = async (tx, { doneSince }) => {
  const versions = await tx.measureVersion.findMany({
    orderBy: [{ recordedAt: "asc" }, { version: "asc" }],
    select: { measureId: true, articles: true, isRetired: true, recordedAt: true },
  });
  const closings = coverageClosings(
    versions.map(({ recordedAt, ...version }) => ({ ...version, at: recordedAt.getTime() })),
  );
  const row = {
    subject: { id: "", reference: "" },
    controller: null,
    path: "/measures/coverage",
    ...COUNTED,
  };
  return closings
    .filter(({ at }) => at >= doneSince.getTime())
    .map(({ at, letters }) =>
      undatedOf(row, "measure.coverage", { about: letters.join(", "), part: String(at), doneAt: at }),
    );
};
