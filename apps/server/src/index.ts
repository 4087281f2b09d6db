export type { FeedbackEntry } from './feedback/feedback-entry.ts';
export { openFeedbackStore, type FeedbackStore } from './feedback/feedback-store.ts';
export { serveHttp, serverSettingsSchema, type RunningServer, type ServerSettings } from './http/serve-http.ts';
export { serveMcpStdio } from './mcp/serve-mcp-stdio.ts';
export { createKeyring, makeKey, storedKeySchema, type Keyring, type StoredKey } from './security/keyring.ts';
export { createAudit, type Audit } from './service/audit.ts';
export { createService, type Service } from './service/create-service.ts';
export type { ServedDataset, ServedModel } from './service/dataset.ts';
export { createSwappable, type Swappable } from './service/swappable.ts';
