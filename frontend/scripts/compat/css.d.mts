/** `[name, feature of MDN's data, line]` of everything that a style sheet uses. */
export function cssFeatures(text: string): [string, unknown, number][];
