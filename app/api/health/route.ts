import { NextResponse } from "next/server";
import { readHealth } from "@/lib/platform/health/health";

export const dynamic = "force-dynamic";

/** Answers 200 whenever pages are served, for load balancers; overdue jobs are reported in the body only. */
export async function GET() {
  const health = await readHealth();
  return NextResponse.json(health, { status: health.status === "unavailable" ? 503 : 200 });
}
