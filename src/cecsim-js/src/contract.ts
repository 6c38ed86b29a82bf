/** The control API's own words: bodies and operations, as its document has them. */
import type { components, operations, paths } from './control.generated.js'

type Schemas = components['schemas']

export type AgentDetails = Schemas['AgentDetails']
export type ArmedFault = Schemas['ArmedFault']
export type CallDetails = Schemas['CallDetails']
export type CallLadder = Schemas['CallLadder']
export type BreakpointList = Schemas['BreakpointList']
export type CallMedia = Schemas['CallMedia']
export type ClockState = Schemas['ClockState']
export type DueItem = Schemas['DueItem']
export type Explanation = Schemas['Explanation']
export type FidelityClaim = Schemas['FidelityClaim']
export type Finding = Schemas['Finding']
export type FindingCase = Schemas['FindingCase']
export type FindingLevel = Schemas['FindingLevel']
export type HeldMessage = Schemas['HeldMessage']
export type HeldPoll = Schemas['HeldPoll']
export type HeldToken = Schemas['HeldToken']
export type JournalClaim = Schemas['JournalClaim']
export type JournalEntry = Schemas['JournalEntry']
export type JournalPage = Schemas['JournalPage']
export type JournalVerdict = Schemas['JournalVerdict']
export type MessageRelease = Schemas['MessageRelease']
export type PhoneDetails = Schemas['PhoneDetails']
export type ProviderState = Schemas['ProviderState']
export type QueueDetails = Schemas['QueueDetails']
export type ResetScope = NonNullable<Schemas['ResetRequest']['scope']>
export type ScenarioCheck = Schemas['ScenarioCheck']
export type ScenarioMistake = Schemas['ScenarioMistake']
export type ScenarioTrial = Schemas['ScenarioTrial']
export type ServerLatency = Schemas['ServerLatency']
export type ServerProcess = Schemas['ServerProcess']
export type SpaceDetails = Schemas['SpaceDetails']
export type SpaceFindings = Schemas['SpaceFindings']
export type SnapshotDetails = Schemas['SnapshotDetails']
export type SnapshotDifferences = Schemas['SnapshotDifferences']
export type SpaceSnapshot = Schemas['SpaceSnapshot']
export type SpaceStatistics = Schemas['SpaceStatistics']
export type StreamEvent = Schemas['StreamEvent']

/** What a refusal of the control API is about, without `urn:cecsim:problem:` before it. */
export type ProblemCode = Schemas['Problem']['type'] extends `urn:cecsim:problem:${infer Code}` ? Code : never

/** Which entries of the journal: what a claim has, but for its numbers. */
export type JournalQuery = Omit<JournalClaim, 'times' | 'atLeast' | 'atMost'>

export type OperationId = keyof operations

type Method = 'get' | 'post' | 'delete'

/** Paths of the document that have an operation of that method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never
}[keyof paths]

type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never

/** What an operation answers; undefined where it says nothing. */
export type Answer<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R }
    ? R extends { 200: infer Ok } ? Json<Ok>
      : R extends { 201: infer Created } ? Json<Created>
        : undefined
    : never

/** What can be sent with an operation. */
export interface Request<P extends keyof paths, M extends Method> {
  path?: Operation<P, M> extends { parameters: { path: infer Path } }
    ? { [Name in keyof Path]: string | number }
    : never
  query?: Operation<P, M> extends { parameters: { query?: infer Query } }
    ? { [Name in keyof Query]?: string | number | boolean | null | undefined }
    : never
  body?: Operation<P, M> extends { requestBody?: infer Body } ? Json<NonNullable<Body>> : never
}
