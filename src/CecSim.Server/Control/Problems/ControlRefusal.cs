namespace CecSim.Server.Control.Problems;

/// <summary>Why the control API would not do what it was asked.</summary>
internal enum ControlRefusal
{
    BadRequest,
    RouteUnknown,
    MethodNotAllowed,
    BodyTooLarge,
    NotJson,
    KeyMissing,
    HostForeign,
    OriginForeign,
    SpaceUnknown,
    ScenarioUnknown,
    ScenarioBroken,
    NameTaken,
    CredentialsTaken,
    TooManySpaces,
    TooManyAgents,
    PollUnknown,
    CallUnknown,
    NoCall,
    CallOver,
    AgentUnknown,
    AgentRefuses,
    FaultUnknown,
    TooManyFaults,
    ClockLoops,
    EntryUnknown,
    NothingRecorded,
    NotReady,
    Bug,
}
