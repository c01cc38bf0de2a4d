/**
 * The ESLint rule `browsers/supported`: no script, style sheet or template of ours uses what a
 * browser of `browserslist` lacks.
 *
 * `eslint-plugin-compat` knows globals and static methods; with the types at hand this rule also
 * knows methods of instances, such as `list.toSpliced()`, and events.
 */
import ts from "typescript";
import { cssFeatures } from "./css.mjs";
import { data, isAllowed, isFeature, lacking } from "./data.mjs";
import { htmlFeatures } from "./html.mjs";

const { builtins } = data.javascript;

/** A style sheet, or a part of one, rather than any other text. */
const STYLES = /(^|[\s,.:\w)\]}])\s*\{\s*[\w-]+\s*:[^{}]*[;}]/;

/** What the data has on a class of the browser's or the language's, by its name in the types. */
function owner(name) {
  const plain = name.replace(/Constructor$/, "");
  return builtins[plain] ?? builtins.Intl?.[plain] ?? data.api[plain];
}

/** A node of the data under one of these classes, the nearest first. */
function member(owners, name) {
  return owners.map((own) => owner(own)?.[name]).find(isFeature);
}

/** The names of a type's class and of all that it extends. */
function ancestry(type, checker, seen = new Set()) {
  for (const part of type.isUnionOrIntersection() ? type.types : [checker.getApparentType(type)]) {
    const name = part.symbol?.name;
    if (!name || seen.has(name)) continue;
    seen.add(name);
    for (const base of part.getBaseTypes?.() ?? []) ancestry(base, checker, seen);
  }
  return seen;
}

/** The texts that stand in a string, a template or a sum of such, in order; `null` between them. */
function pieces(node) {
  if (node.type === "Literal" && typeof node.value === "string") return [node.value];
  if (node.type === "TemplateLiteral") {
    return node.quasis.flatMap(({ value }) => [null, value.cooked]).slice(1);
  }
  if (node.type === "BinaryExpression") return [...pieces(node.left), ...pieces(node.right)];
  return [null];
}

/** The style sheet in an expression; what is computed stands for declarations, or for a word. */
function written(node) {
  return pieces(node).reduce(
    (text, piece) => text + (piece ?? (/(^|[{};])\s*$/.test(text) ? "--ck0:0;" : "ck0")),
    "",
  );
}

const rule = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      lacking:
        "{{name}} is missing in {{browsers}}. " +
        "Do without, or say in scripts/compat/allowed.mjs why nothing is lost.",
      unknown: "MDN's data does not know {{name}}: is it spelled right?",
      unread: "This style sheet cannot be read: {{reason}}",
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();

    const report = (node, name, feature, line = 0) => {
      const browsers = isFeature(feature) ? lacking(feature) : null;
      if (browsers?.length === 0 || isAllowed(name)) return;
      const start = node.loc.start;
      context.report({
        loc: line > 1 ? { line: start.line + line - 1, column: 0 } : start,
        messageId: browsers === null ? "unknown" : "lacking",
        data: { name, browsers: browsers?.join(", ") },
      });
    };

    const isBrowsers = (declaration) =>
      services.program.isSourceFileDefaultLibrary(declaration.getSourceFile());

    /** A property of something that the browser or the language brings. */
    const property = (object, node, name) => {
      const type = services.getTypeAtLocation(object);
      const symbol = type.getProperty(name) ?? services.getSymbolAtLocation(node);
      const declaration = symbol?.declarations?.[0];
      if (!declaration || !isBrowsers(declaration)) return;
      const { parent } = declaration;
      const declared = ts.isInterfaceDeclaration(parent) ? [parent.name.text] : [];
      // A mixin, such as ParentNode, is documented with the classes that include it.
      const feature = member([...declared, ...ancestry(type, checker)], name);
      if (feature) report(node, `${declared[0] ?? type.symbol?.name}.${name}`, feature);
    };

    return {
      MemberExpression(node) {
        if (!node.computed && node.property.type === "Identifier") {
          property(node.object, node.property, node.property.name);
        }
      },
      ObjectPattern(node) {
        for (const entry of node.properties) {
          if (entry.type === "Property" && !entry.computed && entry.key.type === "Identifier") {
            property(node, entry.key, entry.key.name);
          }
        }
      },
      NewExpression({ callee }) {
        if (callee.type !== "Identifier") return;
        const symbol = services.getSymbolAtLocation(callee);
        const declaration = symbol?.declarations?.[0];
        if (!declaration || !isBrowsers(declaration)) return;
        const known = owner(callee.name);
        report(callee, `new ${callee.name}()`, known?.[callee.name] ?? known);
      },
      "CallExpression[callee.property.name=/^(add|remove)EventListener$/]"(node) {
        const [event] = node.arguments;
        if (event?.type !== "Literal" || typeof event.value !== "string") return;
        const owners = [...ancestry(services.getTypeAtLocation(node.callee.object), checker)];
        const feature = member(owners, `${event.value}_event`);
        if (feature) report(event, `the event ${event.value}`, feature);
      },
      "Literal[regex]"(node) {
        const { flags, pattern } = node.regex;
        if (flags.includes("v")) report(node, "the flag v", builtins.RegExp.unicodeSets);
        if (flags.includes("d")) report(node, "the flag d", builtins.RegExp.hasIndices);
        const { lookbehind_assertion: behind, modifier } = data.javascript.regular_expressions;
        if (/\(\?<[=!]/.test(pattern)) report(node, "a lookbehind", behind);
        if (/\(\?[ims]*-?[ims]+:/.test(pattern)) report(node, "(?i:…)", modifier);
      },
      TaggedTemplateExpression({ tag, quasi }) {
        if (tag.type !== "Identifier" || !["html", "svg"].includes(tag.name)) return;
        const text = quasi.quasis.map((piece) => piece.value.cooked).join("\u0001");
        for (const [name, feature] of htmlFeatures(text)) report(quasi, name, feature);
      },
      "TemplateLiteral, Literal, BinaryExpression[operator='+']"(node) {
        const inside = node.parent.type === "BinaryExpression" && node.parent.operator === "+";
        if (inside || node.parent.type === "TaggedTemplateExpression") return;
        const text = written(node);
        if (!STYLES.test(text)) return;
        try {
          for (const [name, feature, line] of cssFeatures(text)) report(node, name, feature, line);
        } catch (error) {
          const reason = error.reason ?? String(error);
          context.report({ node, messageId: "unread", data: { reason } });
        }
      },
    };
  },
};

export default { rules: { supported: rule } };
