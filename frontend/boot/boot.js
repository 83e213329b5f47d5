// Starts the app. Where the browser cannot, the readable page that the server sent stays.
import init from "./app.js";

await init({ module_or_path: new URL("./app_bg.wasm", import.meta.url) });
