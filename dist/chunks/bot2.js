export { t as run } from "./bot.js";
