/** What can be chosen: the page's entities and commands, and what the composer itself can do. */

import type { Command, Entity } from "@openai/chatkit";
import type { TagContent } from "../protocol/types";
import type { ChatContext } from "../ui/part";
import { noteIcon } from "./kit";

/** What happens to the text when something is chosen, and what comes next. */
export type Outcome =
  | { readonly type: "tag"; readonly tag: TagContent }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "menu"; readonly choices: readonly Choice[] };

export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly icon?: string;
  readonly group?: string;
  readonly isChosen?: boolean;
  /** Does it. */
  run(): Outcome | Promise<Outcome>;
}

const NOTHING: Outcome = { type: "text", text: "" };

export function entityChoice(entity: Entity): Choice {
  const { title, icon, group } = entity;
  return {
    label: title,
    ...(icon ? { icon } : {}),
    ...(group ? { group } : {}),
    run: () => ({ type: "tag", tag: tagOf(entity) }),
  };
}

/** An entity as the message names it. */
export function tagOf({ id, title, icon, group, interactive, data }: Entity): TagContent {
  if (icon) noteIcon(id, icon);
  return {
    type: "input_tag",
    id,
    text: title.replace(/[\r\n]+/g, " "),
    data: data ?? {},
    ...(group === undefined ? {} : { group }),
    interactive: interactive ?? false,
  };
}

export function commandChoice(command: Command, { options }: ChatContext): Choice {
  const { label, description, icon, group } = command;
  return {
    label,
    ...(description ? { description } : {}),
    ...(icon ? { icon } : {}),
    ...(group ? { group } : {}),
    async run() {
      const selection = await options.commands?.onSelect?.(command);
      if (selection?.type === "entity") return { type: "tag", tag: tagOf(selection.entity) };
      if (selection?.type !== "menu") return NOTHING;
      const choices = selection.commands.map((next) =>
        commandChoice(next, { options } as ChatContext),
      );
      return { type: "menu", choices };
    },
  };
}

/** What the composer offers by itself, as far as the options have it. */
export interface BuiltIn {
  pickFiles(): void;
  selectTool(id: string): void;
  selectModel(id: string): void;
}

export function builtInChoices({ options, t }: ChatContext, act: BuiltIn): Choice[] {
  const { attachments, tools = [], models = [] } = options.composer ?? {};
  const done = (effect: () => void) => () => {
    effect();
    return NOTHING;
  };
  const choices: Choice[] = [];
  if (attachments?.enabled) {
    choices.push({ label: t("composer.attach"), icon: "attach", run: done(() => act.pickFiles()) });
  }
  if (options.entities?.onTagSearch) {
    const run = (): Outcome => ({ type: "text", text: "@" });
    choices.push({ label: t("composer.mention"), icon: "mention", run });
  }
  const inMenu = models.filter((model) => !model.disabled);
  if (inMenu.length > 1) {
    const next = inMenu.map(
      ({ id, label, description }): Choice => ({
        label,
        ...(description ? { description } : {}),
        run: done(() => act.selectModel(id)),
      }),
    );
    choices.push({
      label: t("composer.model"),
      icon: "sparkle",
      run: () => ({ type: "menu", choices: next }),
    });
  }
  const group = t("composer.tools");
  for (const { id, label, icon } of tools) {
    choices.push({ label, icon, group, run: done(() => act.selectTool(id)) });
  }
  return choices;
}

/** The choices that a word of is being typed. */
export function matching(choices: readonly Choice[], query: string): Choice[] {
  const wanted = query.trim().toLocaleLowerCase();
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
}

/** The choices of one group beside each other, in the order in which their groups first come. */
export function inGroups(choices: readonly Choice[]): { group: string; choices: Choice[] }[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const group = choice.group ?? "";
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups].map(([group, members]) => ({ group, choices: members }));
}
