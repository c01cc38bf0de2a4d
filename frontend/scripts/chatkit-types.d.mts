export function unionOf(name: string): string[];
