import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a step of `npm run verify`; a build needs no development dependency.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "yauzl",
    "@myriaddreamin/typst-ts-node-compiler",
  ],
  // Parses sentences once, not in every request.
  turbopack: { resolveAlias: { "use-intl/format-message": "./lib/i18n/format-message.ts" } },
  // Enables forbidden(), which makes a page answer 403.
  experimental: {
    authInterrupts: true,
    // Exceeds the limit of the web process, so that a form that is too long is refused with an explanation
    // there.
    serverActions: { bodySizeLimit: "2mb" },
    // Half of a build's time and nine tenths of its files: a server that only runs needs neither maps nor a cache.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
    turbopackInputSourceMaps: false,
  },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default withNextIntl(config);
