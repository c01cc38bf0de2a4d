/**
 * Row C34: text of a model is data. Whatever it says, the document holds only elements and
 * attributes that the renderer makes itself.
 */
import { afterEach, describe, expect, it, vi } from "vitest";
import { highlight } from "../../src/highlight/index";
import { view } from "./view";

const VECTORS = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.example></sCrIpT>",
  "<script\n>alert(1)</script\n>",
  "<img src=x onerror=alert(1)>",
  "<img src=`x` onerror=alert(1)//",
  '<img src="x:x" onerror="alert(1)">',
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<body onload=alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<marquee onstart=alert(1)>",
  "<form action=javascript:alert(1)><button>x</button></form>",
  "<a href=javascript:alert(1)>x</a>",
  "<a href='java\nscript:alert(1)'>x</a>",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "<style>*{background:url(//evil.example)}</style>",
  "<div style='background:url(javascript:alert(1))'>x</div>",
  "<div id=chatkit name=body class=ck-md>clobber</div>",
  "<form id=attributes><input name=parentNode></form>",
  "<template><script>alert(1)</script></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?php alert(1) ?>",
  "<x onclick=alert(1)>x",
  "</p><script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#x6A;avascript:alert(1))",
  "[x](<javascript:alert(1)>)",
  "[x](javascript://%0aalert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](vbscript:msgbox(1))",
  "[x](\u0001javascript:alert(1))",
  "[x]( javascript:alert(1))",
  '[x](https://example.com" onmouseover="alert(1))',
  "[x](https://example.com 'a\" onmouseover=\"alert(1)')",
  '[x](https://example.com "&quot; onmouseover=&quot;alert(1)")',
  "[x][1]\n\n[1]: javascript:alert(1)",
  "[<img src=x onerror=alert(1)>](https://example.com)",
  "<javascript:alert(1)>",
  '<https://example.com/" onmouseover="alert(1)>',
  "https://example.com/<script>alert(1)</script>",
  "javascript:alert(1)",
  "![x](javascript:alert(1))",
  '![x](x" onerror="alert(1))',
  '![" onerror="alert(1)](https://img.example.com/a.png)',
  '![x](https://img.example.com/a.png "&quot; onerror=&quot;alert(1)")',
  "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
  "![x](data:text/html,<script>alert(1)</script>)",
  '![x](data:image/png," onerror=alert(1))',
  '[x](chatkit-link://a"><img src=x onerror=alert(1)>)',
  "[x](chatkit-link://javascript:alert(1))",
  "```html\n<script>alert(1)</script>\n```",
  '```"><img src=x onerror=alert(1)>\ncode\n```',
  "```javascript onload=alert(1)\n</code></pre><img src=x onerror=alert(1)>\n```",
  "`<img src=x onerror=alert(1)>`",
  "    <script>alert(1)</script>",
  "| <img src=x onerror=alert(1)> | b |\n|---|---|\n| <script>alert(1)</script> | [x](javascript:alert(1)) |",
  "- [x] <img src=x onerror=alert(1)>",
  "# <img src=x onerror=alert(1)> {#id onclick=alert(1)}",
  "> <script>alert(1)</script>",
  "$<img src=x onerror=alert(1)>$",
  "$$\n</code><script>alert(1)</script>\n$$",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;img src=x onerror=alert(1)&#62;",
  "a<br onclick=alert(1)>b",
  "a<br/><img src=x onerror=alert(1)>",
  "\u202e<script>alert(1)</script>",
  "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
];

const ELEMENTS = new Set(
  (
    "a blockquote br button code del div em h1 h2 h3 h4 h5 h6 hr img input li ol p path pre span " +
    "strong svg table tbody td th thead tr ul"
  ).split(" "),
);

const ATTRIBUTES = new Set(
  (
    "alt aria-hidden aria-label aria-level checked class d data-language decoding disabled href loading " +
    "referrerpolicy rel role scope src start tabindex target title type viewBox"
  ).split(" "),
);

/** Everything about `root` that the renderer would never make by itself. */
function foreign(root: Element): string[] {
  return [...root.querySelectorAll("*")].flatMap((element) => {
    const found: string[] = [];
    if (!ELEMENTS.has(element.localName)) found.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) found.push(`${name}=${value}`);
      const address = name === "href" || name === "src";
      if (address && !/^(https?:|mailto:|tel:|chatkit-link:\/\/|data:image\/png)/.test(value)) {
        found.push(`${name}=${value}`);
      }
      if (name === "class" && value && !/^(ck-[\w-]+ ?)+$/.test(value))
        found.push(`class=${value}`);
    }
    return found;
  });
}

const alert = vi.fn();
vi.stubGlobal("alert", alert);
afterEach(() => expect(alert).not.toHaveBeenCalled());

const options = { allowedImageDomains: ["img.example.com"] };

describe.each(VECTORS)("%j", (vector) => {
  it("finished, it makes nothing of its own", () => {
    const { element, update } = view(options);
    update.call(view(options), "", false);
    const created = view(options);
    created.update(vector, false);
    expect(foreign(created.element)).toEqual([]);
    expect(element.childElementCount).toBe(0);
  });

  it("nor at any moment while it streams", () => {
    const created = view(options);
    for (let length = 1; length <= vector.length; length += 1) {
      created.update(vector.slice(0, length), true);
      expect(foreign(created.element)).toEqual([]);
    }
  });

  it("nor inside other text, or coloured as code", () => {
    const created = view(options);
    created.update(`**a ${vector} b**\n\n- item ${vector}\n\n> ${vector}`, false);
    expect(foreign(created.element)).toEqual([]);
    for (const language of ["html", "javascript", "markdown", "php", "django"]) {
      const code = document.createElement("code");
      code.append(highlight(vector, language)!);
      expect(code.textContent).toBe(vector);
      expect([...code.querySelectorAll("*")].filter((node) => node.localName !== "span")).toEqual(
        [],
      );
    }
  });
});

it("raw HTML is shown as it was written", () => {
  const created = view();
  created.update("<b onclick=alert(1)>bold</b> & <script>x</script>", false);
  expect(created.element.textContent).toBe("<b onclick=alert(1)>bold</b> & <script>x</script>");
});

it.each([
  ["quotes", ">".repeat(20_000)],
  ["lists", Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n")],
  ["brackets", "[".repeat(20_000)],
  ["links", "[a](".repeat(5_000)],
  ["emphasis", "*a _b ".repeat(4_000)],
  ["stars", "*".repeat(20_000)],
  ["backticks", "`a``b".repeat(3_000)],
  ["entities", "&".repeat(20_000)],
  ["bars", "|".repeat(5_000)],
  ["dollars", "$a".repeat(5_000)],
  ["tags", "<a ".repeat(5_000)],
  ["bangs", "![".repeat(10_000)],
])(
  "pathological %s are text too, and soon",
  (_name, source) => {
    const created = view();
    created.update(source, true);
    created.update(source, false);
    expect(foreign(created.element)).toEqual([]);
  },
  15_000,
);
