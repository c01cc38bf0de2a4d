/** The lazily loaded asset `icons`: every outline that is not part of the first load. */
export { paths } from "./more";
