/** Latin American Spanish: Spanish, but for the words that differ there. */
import type { Catalogue } from "../index";
import { catalogue as spanish } from "./es";

export const catalogue: Catalogue = {
  ...spanish,
  "thread.you": "Escribiste:",
  "thread.responded": "El asistente respondió",
  "composer.placeholder": "Escríbele a la IA",
  "composer.uploading": "Cargando {name}",
  "composer.uploadFailed": "No se pudo cargar {name}.",
  "message.thanks": "Gracias por tus comentarios",
  "history.deleteText": "Se eliminará “{title}”. Esta acción no se puede deshacer.",
  "input.required": "Completa este campo.",
  "error.generic": "Algo salió mal. Inténtalo de nuevo.",
  "error.offline": "Parece que no tienes conexión. Verifícala e inténtalo de nuevo.",
  "error.network": "No se pudo establecer conexión con el servidor. Inténtalo de nuevo.",
  "error.unauthorized": "Tu sesión terminó. Inicia sesión e inténtalo de nuevo.",
  "error.unavailable": "El chat no está disponible en este momento. Inténtalo más tarde.",
  "error.feedback": "No se pudieron guardar tus comentarios.",
};
