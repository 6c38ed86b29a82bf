namespace CecSim.Simulation.Outbound;

/// <summary>What becomes of a number that an agent calls.</summary>
public enum OutboundFate
{
    Answers,
    Busy,
    NoAnswer,

    /// <summary>"The possible cause is that the phone number is incorrect" (Connection Bar, table 6-1).</summary>
    WrongNumber,
}
