export {
  type Channel,
  type ChannelKind,
  channelKinds,
  type Cost,
  costs,
  type Handover,
  type Opening,
  type OpeningHours,
  type Weekday,
  weekdays,
} from './handover.ts';
export { openingState, type OpeningState } from './opening-state.ts';
