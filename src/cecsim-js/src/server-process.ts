import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { CecSimError } from './error.js'

const lastLines = 30
const running = new Set<ServerProcess>()

process.on('exit', () => running.forEach(server => server.kill()))

/** A server of this process: it ends with this process, however this ends. */
export class ServerProcess {
  private readonly lines: string[] = []
  private readonly ended: Promise<void>
  private endedBy: string | undefined
  private asked = false

  private constructor(private readonly child: ChildProcess) {
    running.add(this)
    this.ended = new Promise(resolve => {
      const end = (by: string) => {
        this.endedBy ??= by
        running.delete(this)
        resolve()
      }
      child.once('error', error => end(error.message))
      child.once('close', (code, signal) => end(signal ?? `exit code ${code}`))
    })
  }

  /** Starts it and waits until it says where it listens. */
  static async start(
    binary: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>>, within: number,
  ): Promise<{ server: ServerProcess, url: string }> {
    // It ends when its standard input does: so it outlives no parent, not even one that was killed.
    const child = spawn(binary, args, {
      stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true, env: { ...process.env, ...environment },
    })
    const server = new ServerProcess(child)
    const url = await server.listening(within)
    server.letGo()
    return { server, url }
  }

  /** What it printed last after its start, on both streams. */
  get output(): string {
    return this.lines.join('\n')
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** Why it does not answer: undefined while it runs. */
  async whyEnded(): Promise<CecSimError | undefined> {
    // Its connections break a moment before the system says that it is gone.
    const patience = new Promise<void>(resolve => setTimeout(resolve, 1_000).unref())
    await Promise.race([this.ended, patience])
    return this.endedBy === undefined
      ? undefined
      : new CecSimError(
        'server-ended', this.asked ? 'The server was disposed of.' : 'The server has ended.',
        `It ended by ${this.endedBy}. ${this.tail()}`, this.asked ? 'Use it before its end.' : undefined)
  }

  /** Ends it at once: nothing of it is kept, for its spaces live in memory alone. */
  kill(): void {
    this.asked = true
    this.child.kill('SIGKILL')
  }

  /** Ends it, and waits until it has. */
  async stop(): Promise<void> {
    this.child.ref()
    this.kill()
    await this.ended
  }

  private async listening(within: number): Promise<string> {
    let limit: NodeJS.Timeout | undefined
    try {
      return await new Promise<string>((resolve, reject) => {
        createInterface({ input: this.child.stderr! }).on('line', line => this.keep(line))
        createInterface({ input: this.child.stdout! }).on('line', line => {
          this.keep(line)
          if (line.startsWith('Ctrl-C')) {
            const url = this.lines.map(l => /^ *(http:\/\/\S+)$/.exec(l)?.[1]).find(u => u !== undefined)
            // The banner has secrets, and is no news once it runs.
            this.lines.length = 0
            resolve(url!)
          }
        })
        limit = setTimeout(() => {
          reject(this.notStarted(`It did not listen within ${within / 1_000} s.`))
          this.kill()
        }, within)
        void this.ended.then(() => reject(this.notStarted(`It ended by ${this.endedBy}.`)))
      })
    } finally {
      clearTimeout(limit)
    }
  }

  // Neither it nor its streams keep a process alive that has nothing else to do.
  private letGo(): void {
    this.child.unref()
    for (const stream of this.child.stdio) {
      (stream as { unref?: () => void } | null)?.unref?.()
    }
  }

  private keep(line: string): void {
    if (line.trim() !== '') {
      this.lines.push(line)
      this.lines.splice(0, Math.max(0, this.lines.length - lastLines))
    }
  }

  private notStarted(why: string): CecSimError {
    return new CecSimError('not-started', 'The server did not start.', `${why} ${this.tail()}`)
  }

  private tail(): string {
    return this.lines.length === 0 ? 'It printed nothing.' : `Its last output:\n${this.output}`
  }
}
