import { expect, test } from "vitest";
import { imageAllowed, safeUrl } from "../../src/ui/safe-url";

test.each([
  "javascript:alert(1)",
  " jAvAsCrIpT:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "http://[",
])("%s is no link", (value) => expect(safeUrl(value)).toBeNull());

test("addresses, relative ones and mail are links", () => {
  expect(safeUrl("https://example.com/a")).toBe("https://example.com/a");
  expect(safeUrl("/terms")).toBe(`${location.origin}/terms`);
  expect(safeUrl("mailto:a@example.com")).toBe("mailto:a@example.com");
});

test("images load from this site and from allowed hosts only", () => {
  const allowed = ["cdn.example.com", "*.images.example"];
  expect(imageAllowed("/media/a.png", [])).toBe(true);
  expect(imageAllowed("data:image/png;base64,AA==", [])).toBe(true);
  expect(imageAllowed("https://cdn.example.com/a.png", allowed)).toBe(true);
  expect(imageAllowed("https://a.images.example/a.png", allowed)).toBe(true);
  expect(imageAllowed("https://images.example/a.png", allowed)).toBe(false);
  expect(imageAllowed("https://evil-cdn.example.com/a.png", allowed)).toBe(false);
  expect(imageAllowed("https://tracker.example/a.png", [])).toBe(false);
  expect(imageAllowed("data:image/svg+xml,<svg/>", [])).toBe(false);
  expect(imageAllowed("javascript:alert(1)", ["*"])).toBe(false);
});
