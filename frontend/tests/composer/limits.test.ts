import { expect, test } from "vitest";
import { acceptAttribute, refusalOf } from "../../src/composer/limits";

function file(name: string, type: string, size = 1): File {
  return new File([new Uint8Array(size)], name, { type });
}

test("one limit for all files", () => {
  const option = { enabled: true, maxSize: 10 };
  expect(refusalOf(file("a.txt", "text/plain", 10), option)).toBeNull();
  expect(refusalOf(file("a.txt", "text/plain", 11), option)).toEqual({ reason: "size", limit: 10 });
});

test("the closest MIME pattern decides, then the fallback", () => {
  const option = { enabled: true, maxSize: { "image/png": 3, "image/*": 2, "*": 1 } };
  expect(refusalOf(file("a.png", "image/png", 3), option)).toBeNull();
  expect(refusalOf(file("a.gif", "image/gif", 3), option)).toEqual({ reason: "size", limit: 2 });
  expect(refusalOf(file("a.txt", "text/plain", 3), option)).toEqual({ reason: "size", limit: 1 });
});

test("accept takes MIME types and extensions, and everything when there is none", () => {
  const option = { enabled: true, accept: { "image/*": [".png"], "application/pdf": [".PDF"] } };
  expect(refusalOf(file("a.webp", "image/webp"), option)).toBeNull();
  expect(refusalOf(file("a.pdf", ""), option)).toBeNull();
  expect(refusalOf(file("a.exe", "application/x-msdownload"), option)).toEqual({ reason: "type" });
  expect(refusalOf(file("a.exe", ""), { enabled: true })).toBeNull();
  expect(acceptAttribute(option)).toBe("image/*,.png,application/pdf,.PDF");
});
