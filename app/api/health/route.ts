import { NextResponse } from "next/server";
import { readHealth } from "@/lib/platform/health/health";

export const dynamic = "force-dynamic";

/** Answers 503 only where pages cannot be served, for load balancers; overdue jobs are reported in the body. */
export async function GET() {
  const health = await readHealth();
  return NextResponse.json(health, { status: health.status === "unavailable" ? 503 : 200 });
}
