// The mailbox: its folders, by kind, messages and size.
import type { DomainView } from "../../../../web/src/view/domain.ts";

export const mailbox: DomainView = {
  facts: ["kind", "messages", "megabytes"],
  ids: ["kind"],
};
