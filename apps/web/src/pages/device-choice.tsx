import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';

/** Beside the button that asks, where it is seen before the first question and not after it. */
export function DeviceChoice({ text, isShared }: { readonly text: InterfaceText; readonly isShared: boolean }): JSX.Element {
  return (
    <div class="device">
      <label class="choice">
        <input type="checkbox" name="shared" value="1" checked={isShared} aria-describedby="shared-hint" />
        {text.chat.sharedDevice}
      </label>
      <p class="hint" id="shared-hint">
        {text.chat.sharedDeviceHint}
      </p>
    </div>
  );
}
