// Each peer is a process that takes one command a line on its standard input, as JSON, and answers each with a line.
import { createInterface } from 'node:readline'

const commands = ['call', 'hears', 'hold', 'resume', 'hangUp', 'ended']

/**
 * Takes commands until the input ends.
 * @param phone has a method for each command: call(content of event 168101) until media are connected, hears() until
 *   the echo is there, hold(), resume(), hangUp(), and ended() until the other side has hung up
 */
export async function takeCommands(phone) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { command, argument } = JSON.parse(line)
    try {
      if (!commands.includes(command)) {
        throw new Error(`'${command}' is none of ${commands.join(', ')}`)
      }
      console.log(JSON.stringify({ done: (await phone[command](argument)) ?? null }))
    } catch (error) {
      console.log(JSON.stringify({ failed: String(error?.stack ?? error) }))
    }
  }
  await phone.close?.()
  process.exit()
}

/** Looks again and again until there is something; whoever asked decides how long to wait. */
export async function until(look) {
  for (;;) {
    const found = await look()
    if (found) {
      return found
    }
    await new Promise(next => setTimeout(next, betweenLooksMs))
  }
}

const betweenLooksMs = 20
