// Adapters that ship, for the page to import: they are no part of the widget.
export { httpAccount, type HttpAccountOptions } from "../session/http-account.ts";
export { localAccount } from "../session/local-account.ts";
export type {
  AccountAdapter,
  AccountSnapshot,
  ActionNeeded,
  Answer,
  CommitContext,
  LoadRequest,
  MountedFields,
  PaymentFields,
  PaymentToken,
  Refusal,
} from "../session/adapter.ts";
