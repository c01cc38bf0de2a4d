/**
 * What is used although a supported browser lacks it: `[feature, why nothing is lost without it]`.
 *
 * A feature is called what the check calls it. `cursor: *` allows every value.
 */
export const allowed = new Map([
  // Finer looks: without them everything is there, and nothing moves.
  ["text-wrap", "lines of a heading are broken less evenly"],
  ["text-wrap: *", "lines of a heading are broken less evenly"],
  ["scrollbar-width", "the scroll bar is as wide as the system's"],
  ["scrollbar-width: *", "the scroll bar is as wide as the system's"],
  ["scrollbar-color", "the scroll bar has the system's colours"],
  ["scrollbar-gutter", "Safari's scroll bars lie over the text and take no room"],
  ["scrollbar-gutter: *", "Safari's scroll bars lie over the text and take no room"],
  ["::selection", "a selection on an iPhone has the system's colour"],
  ["-webkit-tap-highlight-color", "only phones flash what is touched, and they know it"],
  ["-webkit-text-size-adjust", "only phones enlarge text, and those that do know it"],
  ["text-align: match-parent", "a file's name begins at the side that its own letters ask for"],
  ["font-family: math", "the fonts named before it, or the text's own, write the formula"],
  ["::-webkit-details-marker", "hides the triangle in Safari; the others hide it by list-style"],

  // What the device or the browser has no use for.
  ["cursor: *", "a finger has no pointer"],
  ["resize", "a finger cannot pull a corner; the field scrolls"],
  ["forced-color-adjust", "Safari has no forced colours"],
  ["forced-color-adjust: *", "Safari has no forced colours"],
  ["DataTransferItem.webkitGetAsEntry", "Firefox for Android lets nobody drop a folder"],

  // Speed alone.
  ["content-visibility", "a long thread is laid out whole"],
  ["content-visibility: *", "a long thread is laid out whole"],
  ["contain-intrinsic-block-size", "it says what content-visibility leaves out"],

  // There is another way, which the code takes.
  ["Selection.getComposedRanges", "elsewhere the shadow root's own selection is read"],
  ["the event auxclick", "a click with the middle button opens a link without our help"],
]);
