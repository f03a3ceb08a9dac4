// The core as the widget and its forms use it together.
import { boot, Core } from "../../web/src/core.ts";
import { type } from "../../web/src/secret.ts";

Core.prototype.type = function (...given) { return type(this, ...given); };
export { boot, Core };
