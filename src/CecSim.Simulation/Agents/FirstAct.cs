namespace CecSim.Simulation.Agents;

/// <summary>What a simulated agent does when its phone rings.</summary>
internal enum FirstAct
{
    Answer,
    AnswerAndHangUp,
    Decline,
    Ignore,
}
