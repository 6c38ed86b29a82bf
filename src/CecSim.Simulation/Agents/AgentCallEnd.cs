namespace CecSim.Simulation.Agents;

/// <summary>How an agent's call came to its end, as its person is told.</summary>
public enum AgentCallEnd
{
    /// <summary>The agent ended it.</summary>
    HungUp,
    HandedOn,

    /// <summary>The customer, or what connected them, ended a talk.</summary>
    CustomerHungUp,

    /// <summary>The caller left before the agent answered.</summary>
    CallerGaveUp,
    Declined,

    /// <summary>It rang for as long as it may.</summary>
    Missed,

    /// <summary>The customer whom the agent called is on another call.</summary>
    Busy,
    NoAnswer,
    WrongNumber,
}

/// <summary>The call that an agent had last.</summary>
public sealed record AgentLastCall(AgentCall Call, AgentCallEnd End);
