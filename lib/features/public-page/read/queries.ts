import { activitySchema, certificationSchema } from "@/lib/domain/public-page/content";
import { isPublicPart } from "@/lib/domain/public-page/parts";
import type { Tx } from "@/lib/platform/database/transaction";
import { z } from "zod";

/** The settings as they are stored; null before the first saving. */
export async function findPublicPage(tx: Tx) {
  const row = await tx.publicPage.findFirst({
    select: {
      address: true,
      state: true,
      parts: true,
      activity: true,
      certifications: true,
      version: true,
      announcedList: true,
      authorName: true,
      updatedAt: true,
    },
  });
  if (!row) return null;
  return {
    ...row,
    parts: row.parts.filter(isPublicPart),
    activity: activitySchema.parse(row.activity),
    certifications: z.array(certificationSchema).parse(row.certifications),
  };
}

/** Openings and closings, the last first. */
export function findPublicPageFacts(tx: Tx, limit: number) {
  return tx.publicPageFact.findMany({
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, event: true, reason: true, recordedAt: true, authorName: true },
  });
}

/** Subscribers, the last to ask first, without their links. */
export function findSubscribers(tx: Tx, limit: number, skip: number) {
  return tx.publicSubscriber.findMany({
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit,
    skip,
    select: { id: true, email: true, language: true, requestedAt: true, confirmedAt: true },
  });
}

export async function countSubscribers(tx: Tx) {
  const [all, confirmed] = [
    await tx.publicSubscriber.count(),
    await tx.publicSubscriber.count({ where: { confirmedAt: { not: null } } }),
  ];
  return { confirmed, waiting: all - confirmed };
}
