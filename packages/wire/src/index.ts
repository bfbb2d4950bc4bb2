export { chatRequest, type ChatMessage, type ChatRequest } from './chat-request.ts';
export { completionsRequest, type CompletionsRequest } from './completions-request.ts';
export { egressPolicies, type EgressPolicy } from './egress-policy.ts';
export { errorCodes, errorEnvelope, type ErrorCode, type ErrorEnvelope } from './error-envelope.ts';
export { handoverObject, type ChannelObject, type HandoverObject, type OfficeObject } from './handover-object.ts';
export { keyPurposes, type KeyPurpose } from './key-purpose.ts';
export {
  disclosureObject,
  localizationObject,
  parlanceObject,
  receiptObject,
  type SaidBy,
  type ReceiptObject,
  sourceObject,
  type DisclosureObject,
  type LocalizationObject,
  type ParlanceObject,
  type SourceObject,
} from './parlance-object.ts';
export { responsesRequest, type ResponsesItem, type ResponsesPart, type ResponsesRequest } from './responses-request.ts';
export { safetyObject, type SafetyObject } from './safety-object.ts';
export { type UnsupportedIssue } from './unsupported.ts';
export {
  type Fault,
  type FinishReason,
  type TextChannel,
  type TextMark,
  type TokenLogprob,
  type ToolCall,
  type TurnEvent,
  type Usage,
} from './turn-event.ts';
