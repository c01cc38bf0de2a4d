import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests read the documentation.
  server: { fs: { allow: [".."] } },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.ts"],
    restoreMocks: true,
    // Generous: a busy machine is no failure.
    testTimeout: 60_000,
  },
});
