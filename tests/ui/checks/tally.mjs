// What passed and what failed. A failure is printed when it is found; the last line is for machines.

export class Tally {
  passed = 0;
  failures = [];

  constructor(print = console.log) {
    this.print = print;
  }

  /** One fact about one address: `rule` is what should be so, `why` what is instead. */
  check(address, rule, holds, why = '') {
    if (holds) {
      this.passed += 1;
    } else {
      this.failures.push({ address, rule, why: String(why) });
      this.print(`FAIL ${address}: ${rule}${why === '' ? '' : ` (${why})`}`);
    }
    return holds;
  }

  get failed() {
    return this.failures.length;
  }

  toString() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

/** The first few of a list, for a line that a person reads. */
export const few = (list, most = 5) =>
  list.length > most ? `${list.slice(0, most).join(' | ')} | and ${list.length - most} more` : list.join(' | ');
