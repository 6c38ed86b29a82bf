import type { Channel } from '../channel.js'
import type { Finding, FindingCase, FindingLevel } from '../contract.js'
import { CecSimAssertionError } from '../error.js'

const levels: readonly FindingLevel[] = ['info', 'warning', 'error']

/** What the clients of a space did wrong. */
export class Findings {
  /** @internal */
  constructor(private readonly channel: Channel, private readonly spaceName: string) {}

  /** The worst first. */
  async list(): Promise<Finding[]> {
    return (await this.read()).findings
  }

  /** The codes of all rules that clients are watched for, those that nobody broke too. */
  async watched(): Promise<string[]> {
    return (await this.read()).watched
  }

  /** Fails when clients did something that is this bad, or worse; the message has each case and how to mend it. */
  async mustBeNone(level: FindingLevel = 'warning'): Promise<void> {
    const bad = (await this.list()).filter(f => levels.indexOf(f.level) >= levels.indexOf(level))
    if (bad.length > 0) {
      throw new CecSimAssertionError(
        `The client should have done nothing wrong, and did ${bad.length === 1 ? 'this' : `${bad.length} things`}.`,
        bad.flatMap(linesOf))
    }
  }

  private read() {
    return this.channel.get('/_cecsim/spaces/{spaceName}/findings', { path: { spaceName: this.spaceName } })
  }
}

function linesOf(finding: Finding): string[] {
  const times = finding.count === 1 ? 'once' : `${finding.count} times`
  return [
    `${finding.level}: ${finding.code}, ${times}. ${finding.sentence}`,
    `  ${finding.mend} (${finding.document}, ${finding.section})`,
    ...finding.cases.map(lineOf),
  ]
}

function lineOf(found: FindingCase): string {
  const parts = [
    found.at, found.user && `user ${found.user}`, found.entry && `request ${found.entry}`, found.detail,
  ]
  return `  - ${parts.filter(Boolean).join(', ')}`
}
