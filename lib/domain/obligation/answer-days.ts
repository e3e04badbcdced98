import { z } from "zod";

const day = z.string().catch("");

/** Days of an answer of a contract's end, "" where it has none. */
export const answerDaysSchema = z
  .object({ purgeOn: day, untilOn: day, on: day })
  .catch({ purgeOn: "", untilOn: "", on: "" });
