/** Canadian French: French, but for the words that Canada has of its own. */
import type { Catalogue } from "../index";
import { catalogue as french } from "./fr";

export const catalogue: Catalogue = {
  ...french,
  "frame.title": "Clavardage",
  "header.newChat": "Nouveau clavardage",
  "header.history": "Historique des clavardages",
  "header.back": "Retour au clavardage",
  "start.greeting": "Comment puis-je vous aider aujourd’hui?",
  "thread.untitled": "Nouveau clavardage",
  "composer.uploading": "Téléversement de {name}",
  "composer.uploadFailed": "{name} n’a pas pu être téléversé.",
  "composer.microphone": "Le microphone n’est pas accessible.",
  "message.thanks": "Merci de vos commentaires",
  "history.title": "Historique des clavardages",
  "history.deleteTitle": "Supprimer la conversation?",
  "input.email": "Saisissez une adresse courriel valide.",
  "error.unavailable":
    "Le clavardage n’est pas accessible pour le moment. Veuillez réessayer plus tard.",
  "error.feedback": "Vos commentaires n’ont pas pu être enregistrés.",
};
