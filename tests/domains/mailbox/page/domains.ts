// The domains that a page of the tests can show: those that ship, and the mailbox.
import { domains as shipped } from "../../../../web/src/view/domains/index.ts";
import type { DomainView } from "../../../../web/src/view/domain.ts";
import { mailbox } from "./mailbox-view.ts";

export const domains: Readonly<Record<string, DomainView>> = { ...shipped, mailbox };
