// Loaded before the program (`node --import`): the clock goes as many milliseconds behind as the file says, which may change meanwhile. For pictures of pages that tell of months.
import { readFileSync } from 'node:fs';

const file = process.env.PICTURES_CLOCK;
const RealDate = Date;
let behind = 0;

function read() {
  behind = Number(readFileSync(file, 'utf8'));
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() - behind] : given));
  }
  static now() {
    return RealDate.now() - behind;
  }
};

read();
setInterval(read, 100).unref();
