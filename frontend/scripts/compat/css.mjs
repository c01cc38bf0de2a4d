/** Finds what a style sheet uses that a supported browser lacks. */
import { tokenize, TokenType } from "@csstools/css-tokenizer";
import postcss from "postcss";
import { data, isFeature } from "./data.mjs";

const { css } = data;
const PREFIX = /^-(webkit|moz|ms|o)-/;

const UNITS = [
  [/^(d)(vh|vw|vi|vb|vmin|vmax)$/, "viewport_percentage_units_dynamic"],
  [/^(l)(vh|vw|vi|vb|vmin|vmax)$/, "viewport_percentage_units_large"],
  [/^(s)(vh|vw|vi|vb|vmin|vmax)$/, "viewport_percentage_units_small"],
  [/^cq(w|h|i|b|min|max)$/, "container_query_length_units"],
];

/** What BCD knows a CSS function as: a type of its own, or a part of one. */
const FUNCTIONS = (() => {
  const found = new Map();
  const collect = (node, name) => {
    if (isFeature(node) && !found.has(name)) found.set(name, node);
    for (const [key, child] of Object.entries(node)) {
      if (key !== "__compat" && typeof child === "object") collect(child, key);
    }
  };
  for (const [name, node] of Object.entries(css.types)) collect(node, name);
  // repeat(), minmax() and their like are documented with the properties that take them.
  for (const node of Object.values(css.properties)) {
    for (const [name, child] of Object.entries(node)) {
      if (isFeature(child) && !found.has(name)) found.set(name, child);
    }
  }
  return found;
})();

/** Written `aspect-ratio` or `min-aspect-ratio`, it is one feature. */
const mediaFeature = (name) => css["at-rules"].media[name.replace(/^(min|max)-/, "")];

/**
 * Every feature that a style sheet uses.
 *
 * @param text the style sheet.
 * @returns `[name, feature, line]` each; `feature` is undefined where the data knows none.
 */
export function cssFeatures(text) {
  const found = [];
  const add = (name, feature, node) => found.push([name, feature, node.source.start.line]);
  postcss.parse(text).walk((node) => {
    if (node.type === "atrule") atRule(node, add);
    if (node.type === "rule") rule(node, add);
    if (node.type === "decl") declaration(node, add);
  });
  return found;
}

function atRule(node, add) {
  const known = css["at-rules"][node.name];
  add(`@${node.name}`, known, node);
  if (node.name !== "media" && node.name !== "container" && node.name !== "supports") return;
  const tokens = tokensOf(node.params);
  tokens.forEach((token, index) => {
    const { type, text, value: name } = token;
    if (type === TokenType.Function) {
      if (name === "selector") add("@supports selector()", known?.selector, node);
      else if (name === "style") {
        add("@container style()", known?.style_queries_for_custom_properties, node);
      } else add(`${name}()`, FUNCTIONS.get(name), node);
    }
    if (type === TokenType.Delim && "<>=".includes(text)) {
      add("@media (a < b)", css["at-rules"].media.range_syntax, node);
    }
    if (node.name === "media" && type === TokenType.Ident && tokens[index - 1]?.text === "(") {
      add(`@media (${name})`, mediaFeature(name), node);
    }
    unit(token, add, node);
  });
}

function rule(node, add) {
  if (node.parent.type === "atrule" && /keyframes$/.test(node.parent.name)) return;
  if (node.parent.type === "rule") add("nested rules", css.selectors.nesting, node);
  const tokens = tokensOf(node.selector);
  tokens.forEach(({ type, text, value: name }, index) => {
    if (text === "&") add("&", css.selectors.nesting, node);
    if (type !== TokenType.Ident && type !== TokenType.Function) return;
    if (tokens[index - 1]?.type !== TokenType.Colon) return;
    const double = tokens[index - 2]?.type === TokenType.Colon;
    const call = type === TokenType.Function ? "()" : "";
    const own = css.selectors[name] ?? css.selectors[name.replace(PREFIX, "")];
    add(`${double ? "::" : ":"}${name}${call}`, own, node);
  });
}

function declaration(node, add) {
  const { prop, value } = node;
  if (prop.startsWith("--")) return values(value, undefined, "", add, node);
  if (["font-face", "property", "counter-style"].includes(node.parent.name)) {
    return add(`@${node.parent.name} ${prop}`, css["at-rules"][node.parent.name][prop], node);
  }
  // A prefixed property stands beside its own name, or is documented by that of its own.
  const known = css.properties[prop] ?? prefixed(prop);
  add(prop, withSibling(known, node), node);
  values(value, known, prop, add, node);
}

/** A property, with the browsers counted in that read it from a prefixed declaration beside it. */
function withSibling(known, node) {
  const names = node.parent.nodes.map((sibling) => sibling.prop ?? "");
  const sibling = names.find((name) => PREFIX.test(name) && name.replace(PREFIX, "") === node.prop);
  const spelled = sibling && prefixed(sibling);
  if (!spelled || !known) return known;
  const support = Object.fromEntries(
    Object.entries(known.__compat.support).map(([browser, own]) => [
      browser,
      [own, spelled.__compat.support[browser]].flat(),
    ]),
  );
  return { __compat: { ...known.__compat, support } };
}

/** A prefixed property that the data lists as another spelling of the plain one. */
function prefixed(prop) {
  const [prefix] = PREFIX.exec(prop) ?? [];
  const plain = prefix && css.properties[prop.slice(prefix.length)];
  if (!plain) return undefined;
  const spelled = (statements) =>
    [statements].flat().map((statement) =>
      statement?.prefix === prefix ? { ...statement, prefix: undefined } : statement,
    );
  const support = Object.fromEntries(
    Object.entries(plain.__compat.support).map(([browser, given]) => [browser, spelled(given)]),
  );
  return { __compat: { ...plain.__compat, support } };
}

function values(value, property, prop, add, node) {
  for (const token of tokensOf(value)) {
    const own = property?.[token.value];
    if (token.type === TokenType.Ident && isFeature(own)) add(`${prop}: ${token.value}`, own, node);
    if (token.type === TokenType.Function) {
      add(`${token.value}()`, isFeature(own) ? own : FUNCTIONS.get(token.value), node);
    }
    unit(token, add, node);
  }
}

function unit({ type, unit: name }, add, node) {
  if (type !== TokenType.Dimension) return;
  const [, group] = UNITS.find(([pattern]) => pattern.test(name)) ?? [];
  const feature = css.types.length[group ?? name];
  if (isFeature(feature)) add(`1${name}`, feature, node);
}

/** The tokens of a selector or a value: what each is, how it is written, what it says. */
const tokensOf = (text) =>
  tokenize({ css: text })
    .map((token) => ({ type: token[0], text: token[1], ...token[4] }))
    .filter(({ type }) => type !== TokenType.Comment && type !== TokenType.EOF);
