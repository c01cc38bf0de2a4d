/** The asset `chatkit`: registers `<openai-chatkit>`. */

import { defineChatKit } from "./element";

export { registerAssets } from "./assets";

defineChatKit();
