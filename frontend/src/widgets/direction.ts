/** The direction in which a widget is read. */
import { readableText } from "./fallback";
import { isObject } from "./json";

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;

/** So many letters tell it. */
const ENOUGH = 2000;

/**
 * Whether most of a widget's words are written from right to left: then all of it is laid out so,
 * in a chat of any language. Otherwise it goes with the chat.
 */
export function isRightToLeft(root: unknown): boolean {
  if (!isObject(root)) return false;
  const words = readableText(root, 0, ENOUGH);
  const rtl = words.match(RTL)?.length ?? 0;
  return rtl > 0 && rtl * 2 > (words.match(/\p{L}/gu)?.length ?? 0);
}
