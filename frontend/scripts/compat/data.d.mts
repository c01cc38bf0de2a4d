export function isFeature(node: unknown): boolean;
/** The supported browsers that lack a feature, by name. */
export function lacking(feature: unknown): string[];
/** Whether this may be used all the same. */
export function isAllowed(name: string): boolean;
