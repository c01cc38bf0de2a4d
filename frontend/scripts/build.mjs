/** `npm run build`: writes the committed static files of django_chatkit. */
import { outputDirectory } from "./assets.mjs";
import { bundle, reportSizes } from "./bundle.mjs";

if (!reportSizes(await bundle(outputDirectory))) {
  console.error("The first load is over its budget.");
  process.exitCode = 1;
}
