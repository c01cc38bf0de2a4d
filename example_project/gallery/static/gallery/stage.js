// Plays a scene: one element, whose server and visitor follow a script.
import { perform } from "./acts.js";
import { withFunctions } from "./functions.js";
import { SceneServer } from "./server.js";

const script = document.querySelector("#stage-script");
const place = document.querySelector("main");
const accents = { blue: "#2563eb", green: "#0f7a4d", red: "#c2321f", violet: "#7c3aed" };

/** The moment at which the scenes play: their times are moved to now. */
const THEN = Date.parse("2026-03-02T10:00:00Z");
const TIMES = /"2026-0[1-3]-\d\dT\d\d:\d\d:\d\dZ"/g;

async function load(slug) {
  const response = await fetch(new URL(`../../${slug}/scene.json`, location.href));
  const text = (await response.text()).replaceAll("https://gallery.test", location.origin);
  const shift = Date.now() - THEN;
  const moved = text.replace(TIMES, (time) =>
    JSON.stringify(new Date(Date.parse(JSON.parse(time)) + shift).toISOString()),
  );
  // Only what is not in the script yet is moved: a fixed clock leaves every byte alone.
  return JSON.parse(shift === 0 ? text : moved);
}

function themeOf(settings, own) {
  const theme = typeof own === "string" ? { colorScheme: own } : { ...own };
  theme.colorScheme = own?.colorScheme ?? settings.scheme;
  theme.density ??= settings.density;
  theme.radius ??= settings.radius;
  const accent = accents[settings.accent];
  if (accent) theme.color = { accent: { primary: accent, level: 2 }, ...theme.color };
  if (settings.font) {
    theme.typography = {
      fontFamily: settings.font,
      fontFamilyMono: `${settings.font} Mono`,
      ...theme.typography,
    };
  }
  return theme;
}

function optionsOf(scene, settings, server) {
  const { theme, ...own } = withFunctions(scene.options);
  return {
    locale: settings.locale,
    ...own,
    api: {
      url: "/gallery/conversation",
      domainKey: "gallery",
      fetch: server.fetch,
      uploadStrategy: { type: "direct", uploadUrl: "/gallery/upload" },
    },
    theme: themeOf(settings, theme),
    ...(scene.opens ? { initialThread: scene.thread.id } : {}),
  };
}

let shown = 0;

/** Puts an element on the stage; `key` keeps the drafts of other scenes away from it. */
function mount(scene, settings, server, key) {
  const chat = document.createElement("openai-chatkit");
  chat.draftKey = key;
  chat.signIn = scene.sign_in;
  window.stage.chat = chat;
  const begun = scene.opens ? "chatkit.thread.load.end" : "chatkit.ready";
  const opened = new Promise((resolve) => chat.addEventListener(begun, resolve));
  place.replaceChildren(chat);
  chat.setOptions(optionsOf(scene, settings, server));
  return { chat, opened };
}

/** Shows a scene in the place of the one before it; resolves once nothing moves any more. */
async function show(slug, settings) {
  document.documentElement.dataset.stage = "playing";
  const scene = await load(slug);
  const server = new SceneServer(scene);
  const key = `gallery-${Date.now()}-${(shown += 1)}`;
  window.stage.server = server;
  getSelection().removeAllRanges();
  try {
    let { chat, opened } = mount(scene, settings, server, key);
    await opened;
    for (const act of scene.acts) {
      if (act.do === "comeBack") {
        ({ chat, opened } = mount(scene, settings, server, key));
        await opened;
      } else await perform(act, chat, server);
    }
    await settled(chat, server);
    if (scene.blurred) chat.shadowRoot.activeElement?.blur();
    document.documentElement.dataset.stage = "ready";
  } catch (error) {
    fail(error, scene);
  }
}

/** Fonts, pictures, what fades in and the element itself have come to rest. */
async function settled(chat, server) {
  await server.quiet();
  await document.fonts.ready;
  await chat.updateComplete;
  const pictures = [...chat.shadowRoot.querySelectorAll("img")];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  // Asked anew each frame: what leaves the view on its way never says that it has ended.
  while (isMoving(chat)) await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

function isMoving(chat) {
  return [document, chat.shadowRoot]
    .flatMap((root) => root.getAnimations())
    .some(
      ({ effect, playState }) =>
        playState === "running" && effect.getComputedTiming().endTime !== Infinity,
    );
}

function fail(error, scene) {
  if (scene?.refused) {
    document.documentElement.dataset.stage = "ready";
    return;
  }
  const text = document.createElement("pre");
  text.className = "failure";
  text.textContent = `The scene could not be played.\n${error}`;
  place.replaceChildren(text);
  document.documentElement.dataset.stage = "failed";
}

window.stage = { show, server: null, chat: null };
await import(script.dataset.element);
const settings = JSON.parse(document.querySelector("#settings").textContent);
if (!location.hash) await show(script.dataset.scene, settings);
else document.documentElement.dataset.stage = "empty";
