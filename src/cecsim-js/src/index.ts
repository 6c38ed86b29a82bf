/// <reference lib="esnext.disposable" preserve="true" />
export { CecSim, type ConnectOptions, type SpaceOptions, type StartOptions } from './cecsim.js'
export type {
  AgentDetails, ArmedFault, CallDetails, CallLadder, CallMedia, ClockState, DueItem, Explanation, FidelityClaim,
  Finding, FindingCase, FindingLevel, HeldPoll, HeldToken, JournalClaim, JournalEntry, JournalPage, JournalQuery,
  JournalVerdict, PhoneDetails, ProblemCode, ProviderState, QueueDetails, ResetScope, ScenarioCheck, ScenarioMistake,
  ScenarioTrial, ServerLatency, ServerProcess, SnapshotDetails,
  SnapshotDifferences, SpaceDetails, SpaceFindings, SpaceSnapshot, SpaceStatistics,
} from './contract.js'
export type { Duration } from './duration.js'
export { CecSimAssertionError, CecSimError, type CecSimErrorCode } from './error.js'
export type { SpaceEvent } from './events.js'
export type { Pact } from './pact.js'
export type { Scenario } from './scenario.js'
export type { CecSpace, Credentials } from './space.js'
export type { Agent, Agents, Phones, Queues } from './space/agents.js'
export type { Snapshots } from './snapshots.js'
export type { Breakpoint, Breakpoints, PauseStage } from './space/breakpoints.js'
export type { Calls, PushedEvent } from './space/calls.js'
export type { Clock } from './space/clock.js'
export type { Fault, Faults } from './space/faults.js'
export type { Findings } from './space/findings.js'
export type { Journal, JournalPart } from './space/journal.js'
export type { Polls } from './space/polls.js'
export type { Tokens } from './space/tokens.js'
