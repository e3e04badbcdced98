import { NextResponse } from "next/server";
import { readHealth } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

export async function GET() {
  const health = await readHealth();
  return NextResponse.json(health, { status: health.status === "ok" ? 200 : 503 });
}
