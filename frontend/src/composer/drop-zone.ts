/** Files that are dropped on the chat or pasted into the composer. */

import type { ReactiveControllerHost } from "lit";

type Host = ReactiveControllerHost &
  HTMLElement & { readonly takesFiles: boolean; onFiles(files: readonly File[]): void };

export class DropZone {
  /** Whether files are held over the chat. */
  active = false;
  /** Elements under the pointer that were entered and not left: moving inside is not leaving. */
  private entered = 0;
  private listening: AbortController | null = null;

  constructor(private readonly host: Host) {}

  connect(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const root = this.host.closest<HTMLElement>(".root");
    const form = this.host.closest("form");
    root?.addEventListener("dragenter", (event) => this.enter(event), { signal });
    root?.addEventListener("dragleave", () => this.leave(), { signal });
    root?.addEventListener("dragover", (event) => this.over(event), { signal });
    root?.addEventListener("drop", (event) => this.drop(event), { signal });
    form?.addEventListener("paste", (event) => this.paste(event), { signal });
  }

  disconnect(): void {
    this.listening?.abort();
    this.show(0);
  }

  private enter(event: DragEvent): void {
    if (this.accepts(event)) this.show(this.entered + 1);
  }

  private leave(): void {
    if (this.entered > 0) this.show(this.entered - 1);
  }

  private over(event: DragEvent): void {
    if (!this.accepts(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  }

  private drop(event: DragEvent): void {
    if (!this.accepts(event)) return;
    event.preventDefault();
    this.show(0);
    const files = filesOf(event.dataTransfer);
    if (files.length > 0) this.host.onFiles(files);
  }

  private paste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    if (!this.host.takesFiles || !clipboardData) return;
    const files = filesOf(clipboardData);
    // Office programs add a picture of the text that is meant.
    const { types } = clipboardData;
    const isText = types.includes("text/plain") && types.some((type) => /html|rtf/.test(type));
    if (files.length === 0 || isText) return;
    event.preventDefault();
    this.host.onFiles(files);
  }

  private accepts(event: DragEvent): boolean {
    return this.host.takesFiles && (event.dataTransfer?.types.includes("Files") ?? false);
  }

  private show(entered: number): void {
    this.entered = entered;
    if (this.active === entered > 0) return;
    this.active = entered > 0;
    this.host.requestUpdate();
  }
}

/** The files among what is carried; a folder looks like one, and cannot be read. */
function filesOf(data: DataTransfer | null): File[] {
  return [...(data?.items ?? [])].flatMap((item) => {
    if (item.kind !== "file" || item.webkitGetAsEntry()?.isDirectory) return [];
    return item.getAsFile() ?? [];
  });
}
