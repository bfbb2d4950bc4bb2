import { type ChannelPlace, type Surface } from './surface.ts';

const asItComes = (whole: string | null, stream: string): ChannelPlace => ({ whole, stream, read: 'as it comes' });
const whenComplete = (whole: string | null, stream: string): ChannelPlace => ({ whole, stream, read: 'when complete' });

const page: Surface = {
  places: {
    content: asItComes(null, 'paragraphs'),
    reasoning: asItComes(null, 'a folded part above the answer'),
    refusal: asItComes(null, 'a part of its own'),
    tool: whenComplete(null, 'a folded part with its code'),
  },
  logprobs: 'never',
};

/**
 * Every route that tells what an upstream said, and how it is read and rewritten there (R17). Content that has to be JSON is read when it is complete, whatever the surface
 * (R14). What is not here is not told.
 */
export const speakingRoutes = {
  'POST /v1/chat/completions': {
    places: {
      content: asItComes('choices[].message.content', 'choices[].delta.content'),
      reasoning: asItComes('choices[].message.reasoning_content', 'choices[].delta.reasoning_content'),
      refusal: asItComes('choices[].message.refusal', 'choices[].delta.refusal'),
      tool: whenComplete('choices[].message.tool_calls[]', 'choices[].delta.tool_calls[]'),
    },
    logprobs: 'when unedited',
  },
  'POST /v1/responses': {
    places: {
      content: asItComes('output[].content[].text', 'response.output_text.delta'),
      reasoning: asItComes('output[].content[].text of an item "reasoning"', 'response.reasoning_text.delta'),
      refusal: asItComes('output[].content[].refusal', 'response.refusal.delta'),
      tool: whenComplete('output[] of type "function_call"', 'response.function_call_arguments.delta'),
    },
    logprobs: 'when unedited',
  },
  'POST /v1/completions': {
    places: {
      content: asItComes('choices[].text', 'choices[].text'),
      reasoning: asItComes('choices[].reasoning_content', 'choices[].reasoning_content'),
      refusal: asItComes('choices[].refusal', 'choices[].refusal'),
      tool: null,
    },
    logprobs: 'never',
  },
  'POST /ask': page,
  'POST /study': page,
  'POST /try': page,
} as const satisfies Readonly<Record<string, Surface>>;
export type SpeakingRoute = keyof typeof speakingRoutes;

/** Every other route, and why no text of an upstream can be in what it says. */
export const silentRoutes: Readonly<Record<string, string>> = {
  'GET /v1/models': 'ids that the upstream lists; no answer',
  'GET /v1/parlance/receipts/:id': 'the record of an answer, which holds no text',
  'GET /log/checkpoint': 'a file of the log',
  'GET /log/policy.txt': 'keys of the log',
  'GET /log/:shard/checkpoint': 'a file of the log',
  'GET /log/:shard/tile/*': 'a file of the log',
  'GET /log/tile/*': 'a file of the log',
  'GET /healthz': 'the state of the server',
  'GET /readyz': 'the state of the server',
  'GET /purposes': 'what keys are for and who answers for them; no text of an upstream',
  'GET /citations': 'how often which publisher was cited; names from the pack alone',
  'GET /packs/:id': 'files of the pack, which are public',
  'GET /packs/:id/:digest': 'files of a pack that was in force, which are public',
  'GET /': 'a page to ask on, with what its reader brings along',
  'GET /ask': 'sends to /',
  'GET /study': 'subjects and items of the curriculum, from the pack alone, and what its reader brings along',
  'GET /services': 'names of service cards, from the pack alone',
  'GET /services/:id': 'a service card, from the pack alone',
  'GET /person': 'how people of the offices are reached, from the pack alone',
  'POST /person': 'the same, with the questions that the form brought along and no answer',
  'GET /object': 'a rule of the pack and a form',
  'POST /object': 'the receipt of an objection, which holds no text of an upstream',
  'GET /object/:code': 'what has become of an objection, in words of the office',
  'GET /objections': 'how many objections there are to each rule',
  'GET /assets/phrases/:id': 'what answers have in common: texts of the pack and words of the pages, of an answer to nobody',
  'GET /charter': 'the charter, which binds every answer and holds none',
  'GET /transparency': 'what binds, and what the country changes',
  'GET /transparency/charter': 'the clauses of the charter',
  'GET /transparency/packs': 'versions of the pack that were in force',
  'GET /transparency/packs/compare': 'differences between two versions of the pack',
  'GET /transparency/packs/:digest': 'what a version of the pack says, which is public',
  'GET /transparency/instructions': 'what a model is told before a question; no answer',
  'GET /transparency/purposes': 'what keys are for and who answers for them; no text of an upstream',
  'GET /transparency/system': 'the state of the server and of the log',
  'GET /transparency/*': 'that there is no such page',
  'GET /transparency/register': 'what the public log tells of changes, which holds no text',
  'GET /transparency/register/:file': 'the same as files',
  'GET /transparency/drift': 'how often rules act, by the public log, which holds no text',
  'GET /transparency/reports': 'which reports were published, made of the public log, which holds no text',
  'GET /transparency/reports/:file': 'a report that was published, made of the public log, which holds no text',
  'GET /assets/parlance.css': 'a file of this project',
  'GET /assets/verify.js': 'a file of this project',
  'GET /assets/chat.js': 'a file of this project',
  'GET /assets/verifier.js': 'a file of this project',
  'GET /verify': 'a receipt, which holds no text',
  'GET /try': 'a page to try on',
  'GET /try/rule': 'sends to /try',
  'POST /try/rule': 'findings of the check of packs',
  'GET /internal/office/proof': 'that the server has the key of the office',
  'GET /internal/objections': 'objections, for the office',
  'GET /internal/objections/:number': 'an objection, for the office',
  'POST /internal/objections/:number': 'a decision of the office',
  'POST /internal/log/entries': 'leaves of other nodes for the log',
};
