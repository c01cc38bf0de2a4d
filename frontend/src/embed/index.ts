/** The asset `embed`: starts the chats of the page it is loaded into. */

import { startPage } from "./page";

startPage();
document.dispatchEvent(new CustomEvent("django-chatkit:ready"));
