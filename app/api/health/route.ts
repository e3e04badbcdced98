import { NextResponse } from "next/server";
import { readHealth } from "@/lib/platform/health/health";

export const dynamic = "force-dynamic";

/** A balancer asks whether pages are served: what is merely late is said in the body. */
export async function GET() {
  const health = await readHealth();
  return NextResponse.json(health, { status: health.status === "unavailable" ? 503 : 200 });
}
