/** Vite's `?raw`: a file's text. */
declare module "*?raw" {
  const text: string;
  export default text;
}

interface ImportMeta {
  /** Vite's `import.meta.glob`: the modules whose path matches. */
  glob<Module>(
    pattern: string,
    options: { eager: true; query?: string; import?: string },
  ): Record<string, Module>;
}
