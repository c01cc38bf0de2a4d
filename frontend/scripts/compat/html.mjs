/** Finds what a template of HTML uses, as far as browsers differ in it. */
import { data, isFeature, lacking } from "./data.mjs";

const { elements, global_attributes: attributes } = data.html;

const TAG = /<([a-z][a-z0-9]*)\b((?:[^<>"']|"[^"]*"|'[^']*')*)/g;
/** An attribute, or one of Lit's: `@event`, `?boolean`, `.property`. */
const ATTRIBUTE = /(?<=\s)([@?.]?)([a-z][\w-]*)(?==|\s|$|\/)/g;

/** An event of this name as every class has it whose elements fire it. */
function eventsNamed(name) {
  return Object.entries(data.api)
    .filter(([owner]) => /^(HTML.*)?Element$/.test(owner))
    .map(([, own]) => own[`${name}_event`])
    .filter(isFeature);
}

/** The feature that most browsers have: it is the one that is meant. */
function best(features) {
  return features.sort((one, other) => lacking(one).length - lacking(other).length)[0];
}

/**
 * Elements, attributes and events of a template.
 *
 * @param text the template; an expression in it is one character that no HTML has.
 * @returns `[name, feature]` each; only of what the data knows.
 */
export function htmlFeatures(text) {
  const found = [];
  for (const [, tag, inside] of text.matchAll(TAG)) {
    const element = elements[tag];
    if (element) found.push([`<${tag}>`, element]);
    for (const [, kind, name] of inside.matchAll(ATTRIBUTE)) {
      if (kind === "@") found.push([`the event ${name}`, best(eventsNamed(name))]);
      else if (kind !== ".") found.push([`<${tag} ${name}>`, element?.[name] ?? attributes[name]]);
    }
  }
  return found.filter(([, feature]) => isFeature(feature));
}
