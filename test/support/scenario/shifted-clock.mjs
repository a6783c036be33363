// Preloaded into what a scenario runs: its clock is ahead of the machine's by SHIFTED_CLOCK_MS. What OpenSSL judges by
// itself still goes by the machine's.
const RealDate = Date;
const shiftMs = Number(process.env.SHIFTED_CLOCK_MS ?? 0);

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shiftMs);
    else super(...given);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};
