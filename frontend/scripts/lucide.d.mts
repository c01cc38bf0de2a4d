export const version: string;
export function lucide(name: string): string;
export function lucideNames(): string[];
export function lucideShards(): Record<string, string>[];
export function writeLucide(output: string): string[];
