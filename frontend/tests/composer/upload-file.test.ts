import { expect, test, vi } from "vitest";
import { ChatKitClient } from "../../src/protocol/client";
import { uploadFile } from "../../src/composer/upload-file";

const attachment = { id: "atc_1", type: "file", name: "a.txt", mime_type: "text/plain" };
const file = new File(["hello"], "a.txt", { type: "text/plain" });
const { signal } = new AbortController();

function recorder(...answers: object[]) {
  const sent = vi.fn((_url: string, _init: RequestInit) =>
    Promise.resolve(new Response(JSON.stringify(answers.shift()))),
  );
  const api = { url: "/chatkit", domainKey: "test", fetch: sent as unknown as typeof fetch };
  return { sent, client: new ChatKitClient({ api, hostedUrl: "", locale: "fr" }) };
}

test("a direct upload posts the file as a form, in the language of the interface", async () => {
  const { sent, client } = recorder(attachment);
  const strategy = { type: "direct", uploadUrl: "/files" } as const;
  expect(await uploadFile(client, strategy, file, signal)).toEqual(attachment);
  const [url, init] = sent.mock.calls[0]!;
  expect(url).toBe("/files");
  expect(init.method).toBe("POST");
  expect(init.headers).toEqual({ "Accept-Language": "fr" });
  expect((init.body as FormData).get("file")).toMatchObject({ name: "a.txt", size: 5 });
});

test("a two-phase upload announces the file and puts its bytes where it is told to", async () => {
  const upload_descriptor = { url: "/put", method: "PUT", headers: { "X-Token": "1" } };
  const { sent, client } = recorder({ ...attachment, upload_descriptor }, {});
  await uploadFile(client, { type: "two_phase" }, file, signal);
  expect(JSON.parse(sent.mock.calls[0]![1].body as string)).toEqual({
    type: "attachments.create",
    params: { name: "a.txt", size: 5, mime_type: "text/plain" },
  });
  const [url, init] = sent.mock.calls[1]!;
  expect([url, init.method, init.body]).toEqual(["/put", "PUT", file]);
  expect(init.headers).toEqual({ "X-Token": "1", "Accept-Language": "fr" });
});
