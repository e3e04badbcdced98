import { z } from "zod";
import { FAMILIES, MEASURE_ARTICLES } from "@/lib/domain/measure/types";
import { cleanText } from "@/lib/forms/form-values";

const MEASURE_VIEWS = ["active", "retired"] as const;

/** Invalid filters are ignored. */
export const measureQuerySchema = z.object({
  view: z.enum(MEASURE_VIEWS).catch("active"),
  q: z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch(""),
  family: z.enum(["", ...FAMILIES]).catch(""),
  article: z.enum(["", ...MEASURE_ARTICLES]).catch(""),
  use: z.enum(["", "used", "unused"]).catch(""),
});
export type MeasureQuery = z.output<typeof measureQuerySchema>;

type Queried = {
  title: string;
  description: string;
  reference: string;
  family: string;
  articles: string[];
  records: number;
};

/** Filters in memory on translated words: an organisation has some hundreds of measures at most. */
export function matchesQuery(it: Queried, query: MeasureQuery): boolean {
  if (query.family && it.family !== query.family) return false;
  if (query.article && !it.articles.includes(query.article)) return false;
  if (query.use && it.records > 0 !== (query.use === "used")) return false;
  const stated = fold(`${it.reference} ${it.title} ${it.description}`);
  return fold(query.q)
    .split(/\s+/)
    .every((word) => stated.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
