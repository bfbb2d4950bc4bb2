export { chatRequest, type ChatMessage, type ChatRequest } from './chat-request.ts';
export { errorCodes, errorEnvelope, type ErrorCode, type ErrorEnvelope } from './error-envelope.ts';
export {
  disclosureObject,
  parlanceObject,
  receiptObject,
  type ReceiptObject,
  safetyObject,
  sourceObject,
  type DisclosureObject,
  type ParlanceObject,
  type SafetyObject,
  type SourceObject,
} from './parlance-object.ts';
export { type Fault, type FinishReason, type TextChannel, type TextMark, type ToolCall, type TurnEvent, type Usage } from './turn-event.ts';
