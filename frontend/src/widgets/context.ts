/** What every component of a widget is drawn with. */
import type { SVGTemplateResult, TemplateResult } from "lit";
import type { ThemeOption } from "@openai/chatkit";
import type { MessageKey } from "../i18n";
import type { MarkdownView } from "../markdown";
import type { LoadChart } from "./chart/component";
import type { Json } from "./json";
import type { Placed } from "./keys";

/** An action as the widget's JSON has it. */
export type ActionConfig = Json & { readonly type: string };

export type Drawn = TemplateResult | SVGTemplateResult | string | symbol | Drawn[];

export interface WidgetViewOptions {
  /**
   * Called when an action is to run, its JSON untouched, with the values of the form around it.
   * The returned promise ends the control's loading state; a rejection is told in the widget.
   */
  onAction(action: ActionConfig, formData: Record<string, unknown>): Promise<void>;
  /** What to tell the visitor about an action that failed, and whether another try can help. */
  explain?: (error: unknown) => { readonly text: string; readonly canRetry: boolean };
  /** The end of the answer that is on its way, if one is: actions that stream wait for it. */
  whenIdle?: () => Promise<void> | undefined;
  /** Makes a view for one Markdown component; without one its text is shown as it is. */
  markdown(): MarkdownView | undefined;
  readonly icon: (name: string) => SVGTemplateResult;
  readonly t: (key: MessageKey, values?: Record<string, string | number>) => string;
  /** The language that numbers are written in, as BCP 47; English by default. */
  readonly locale?: string;
  /** Loads what draws charts; without it they are tables. */
  readonly loadChart?: LoadChart;
  /** The page's theme: a widget that is forced to the other colour scheme keeps its accent. */
  readonly theme?: ThemeOption | "light" | "dark";
  /** Hosts images may be loaded from, beside the page's own. */
  allowedImageDomains: readonly string[];
}

export interface Context {
  readonly options: WidgetViewOptions;
  /** Draws a component at `path`, which is unique in the widget. */
  draw(json: Json, path: string): Drawn;
  /** Gives the `children` of the component at `path` their paths. */
  placed(children: readonly Json[], path: string): Placed[];
  /** Draws the `children` of a component. */
  children(json: Json, path: string): Drawn;
  /** An id for the field `name`, unique in the page. */
  fieldId(name: string): string;
  /** What a `Label` calls the field, if there is one. */
  labelOf(name: string): string | undefined;
  /** Whether the action of the component at `path` runs. */
  isBusy(path: string): boolean;
  /** What is wrong with the field at `path`, once its form was to be submitted. */
  problem(path: string): string | undefined;
  /** Whether the list at `path` shows all its items. */
  isExpanded(path: string): boolean;
  /** Shows them, and brings the focus to the first that was hidden. */
  expand(path: string, list: Element): void;
  /**
   * Runs `action`, if it is one.
   *
   * @param loading what `auto` means for this kind of component.
   */
  run(action: unknown, path: string, source: Element, loading: Loading): void;
  /** Runs the action of a field whose value changed. */
  change(json: Json, path: string, event: Event): void;
  /** Runs the action of a form whose fields are in order; otherwise says what is wrong. */
  submit(action: unknown, path: string, event: SubmitEvent): void;
  markdownView(path: string): MarkdownView | undefined;
}

/** Where an action shows that it runs. */
export type Loading = "self" | "container" | "none";
