/** Traditional Chinese of Hong Kong: that of Taiwan, but for the words that differ. */
import type { Catalogue } from "../index";
import { catalogue as taiwanese } from "./zh-TW";

export const catalogue: Catalogue = {
  ...taiwanese,
  "start.greeting": "今天有什麼可以幫您？",
  "thread.scrollToEnd": "跳到最新訊息",
  "thread.assistant": "助手說：",
  "thread.responding": "助手正在回覆",
  "thread.responded": "助手已回覆",
  "composer.placeholder": "傳送訊息給 AI",
  "composer.dropFiles": "將檔案拖放到這裏以附加",
  "composer.uploading": "正在上載 {name}",
  "composer.uploadFailed": "無法上載 {name}。",
  "message.thanks": "感謝您的意見",
  "message.unsupported": "無法在這裏顯示此內容。",
  "history.empty": "暫無對話",
  "history.deleteText": "「{title}」將會刪除。此動作無法復原。",
  "time.today": "今日",
  "time.yesterday": "昨日",
  "time.thisWeek": "過去 7 日",
  "time.thisMonth": "過去 30 日",
  "task.webSearch": "正在搜尋網絡",
  "task.webSearched": "已搜尋網絡",
  "input.email": "請輸入有效的電郵地址。",
  "error.network": "無法連接伺服器。請再試一次。",
  "error.badRequest": "要求未獲接受。",
  "error.conflict": "系統正在撰寫另一則回覆。請等候完成。",
  "error.server": "伺服器出現問題。請再試一次。",
  "error.unavailable": "聊天暫時無法使用。請稍後再試。",
  "error.busy": "請等候目前的回覆完成。",
  "error.feedback": "無法儲存您的意見。",
};
