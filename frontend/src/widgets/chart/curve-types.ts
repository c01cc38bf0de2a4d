/** ChatKit's `CurveType`: how a line runs between its points. */
export const CURVES = [
  "basis",
  "basisClosed",
  "basisOpen",
  "bumpX",
  "bumpY",
  "bump",
  "linear",
  "linearClosed",
  "natural",
  "monotoneX",
  "monotoneY",
  "monotone",
  "step",
  "stepBefore",
  "stepAfter",
] as const;

export type CurveType = (typeof CURVES)[number];
