/** A statement of this folder, as esbuild's text loader brings it into a bundle. */
declare module '*.sql' {
  const text: string;
  // Imports of text have no names.
  export default text;
}
