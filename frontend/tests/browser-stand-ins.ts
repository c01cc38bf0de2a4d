/** What jsdom lacks of a browser, as far as the element needs it to stand. */

class StillObserver {
  readonly root = null;
  readonly rootMargin = "";
  readonly scrollMargin = "";
  readonly thresholds = [];
  takeRecords(): [] {
    return [];
  }
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

export function installStandIns(): void {
  CSSStyleSheet.prototype.replaceSync = () => undefined;
  globalThis.ResizeObserver = StillObserver;
  globalThis.IntersectionObserver = StillObserver;
  Element.prototype.scrollTo = () => undefined;
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  window.matchMedia = (media) => ({ media, matches: false }) as MediaQueryList;
}
