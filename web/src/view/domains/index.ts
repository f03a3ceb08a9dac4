// The domains that the page can show, by the names that playbooks use.
import type { DomainView } from "../domain.ts";
import { billing } from "./billing.ts";

export const domains: Readonly<Record<string, DomainView>> = { billing };
